/** `vejledning.pdf`: the municipality's guide to a wave. */
import type { IsoDate } from "#survey/dates.ts";
import { flowPdf } from "../io/pdf/flow.ts";
import { guideBlocks, type GuideContext } from "./guideText.ts";

export const guideFile = (context: GuideContext, writtenOn: IsoDate): Promise<Uint8Array> =>
  flowPdf(
    { title: `Vejledning til ${context.municipality}`, author: "Borgersvar", day: writtenOn },
    guideBlocks(context),
  );
