/** The static paths: a page a language under pages/[...language]/, a page a municipality and language under pages/[municipality]/. */
import type { EdgeMunicipality } from "#survey/edge.ts";
import { ORIGINAL, type Language } from "#survey/languages.ts";
import { edge } from "./edge.ts";
import type { Spoken } from "./language.ts";

export interface MunicipalityPage extends Spoken {
  municipality: EdgeMunicipality;
}

/** Danish has no segment of its own. */
const parameter = (language: Language): string | undefined => (language === ORIGINAL ? undefined : language);

export const byLanguage = (): { params: { language: string | undefined }; props: Spoken }[] =>
  edge.languages.map((language) => ({ params: { language: parameter(language) }, props: { language } }));

export const byMunicipality = (): {
  params: { municipality: string; language: string | undefined };
  props: MunicipalityPage;
}[] =>
  edge.municipalities.flatMap((municipality) =>
    edge.languages.map((language) => ({
      params: { municipality: municipality.slug, language: parameter(language) },
      props: { municipality, language },
    })),
  );
