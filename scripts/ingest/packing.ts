/** A read file on its way between threads: the lines of its people as one text, which is handed over faster than many. */
import { placeOf, type ExtractFile } from "#survey/frame/readFile.ts";
import type { ExtractTable } from "#survey/frame/readSheet.ts";
import { FrameEntry } from "./frameEntry.ts";

export interface PackedFile extends Omit<ExtractFile<never>, "tables"> {
  tables: readonly (Omit<ExtractTable<never>, "people"> & { people: string })[];
}

/** `file` holds the lines of `entryLine`. */
export const packFile = (file: ExtractFile<string>): PackedFile => ({
  ...file,
  tables: file.tables.map((table) => ({ ...table, people: table.people.join("\n") })),
});

export const unpackFile = (file: PackedFile): ExtractFile<FrameEntry> => ({
  ...file,
  tables: file.tables.map((table) => {
    const place = placeOf(file, table);
    const lines = table.people === "" ? [] : table.people.split("\n");
    return { ...table, people: lines.map((line) => new FrameEntry(line, place)) };
  }),
});
