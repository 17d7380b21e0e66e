/** A read file on its way between threads. */
import { placeOf, type ExtractFile } from "#survey/frame/readFile.ts";
import { unpacked, type FrameEntry, type PackedPeople, type PeopleKeeper } from "./framePeople.ts";

export const packFile = (file: ExtractFile<PeopleKeeper>): ExtractFile<PackedPeople> => ({
  ...file,
  tables: file.tables.map((table) => ({ ...table, people: table.people.packed(placeOf(file, table)) })),
});

export const unpackFile = (file: ExtractFile<PackedPeople>): ExtractFile<readonly FrameEntry[]> => ({
  ...file,
  tables: file.tables.map((table) => ({ ...table, people: unpacked(table.people, placeOf(file, table)) })),
});
