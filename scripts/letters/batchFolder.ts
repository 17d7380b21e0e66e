/** Where a batch of a municipality lies in a wave: `0751` is its first sample, `0751-2` its first supplement. */
import type { Contact } from "#survey/contact/waves.ts";
import type { Run } from "../run.ts";

/** A sample or a supplement of one municipality. */
export interface Batch {
  municipality: string;
  /** 0 is the first sample, 1 the first supplement. */
  batch: number;
}

/** The folder of a batch in a wave, with the slash. */
export const batchFolder = (contact: Contact, { municipality, batch }: Batch): string =>
  `waves/${contact}/${municipality}${batch === 0 ? "" : `-${batch + 1}`}/`;

/** The batch whose folder has this name, or `null`. */
export function parseBatchFolder(name: string): Batch | null {
  const [, municipality, second] = /^(\d{4})(?:-([2-9]|[1-9]\d+))?$/.exec(name) ?? [];
  if (municipality === undefined) return null;
  return { municipality, batch: second === undefined ? 0 : Number(second) - 1 };
}

/** Every batch that has a folder in the wave. */
export const listBatches = async (run: Run, contact: Contact): Promise<Batch[]> =>
  (await run.list(`waves/${contact}`)).map(parseBatchFolder).filter((batch) => batch !== null);
