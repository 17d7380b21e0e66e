/** `vejledning.pdf`: the municipality's guide to a wave. */
import type { IsoDate } from "#survey/dates.ts";
import { flowPdf, type FlowBlock } from "../io/pdf/flow.ts";
import type { WaveFile } from "./waveFiles.ts";

export const guideFile = async (
  municipality: string,
  blocks: readonly FlowBlock[],
  writtenOn: IsoDate,
): Promise<WaveFile> => ({
  name: "vejledning.pdf",
  data: await flowPdf(
    { title: `Vejledning til ${municipality}`, author: "Borgersvar", day: writtenOn },
    blocks,
  ),
});
