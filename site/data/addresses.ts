/** One page a municipality, at /<slug>/…: the static paths of every file under pages/[municipality]/. */
import type { EdgeMunicipality } from "#survey/edge.ts";
import { edge } from "./edge.ts";

export interface MunicipalityPage {
  municipality: EdgeMunicipality;
}

export const byMunicipality = (): { params: { municipality: string }; props: MunicipalityPage }[] =>
  edge.municipalities.map((municipality) => ({
    params: { municipality: municipality.slug },
    props: { municipality },
  }));
