/** A file that takes too long loses its thread, and nothing else. */
import { expect, it } from "vitest";
import { readInThread, type ReadRequest } from "../../../scripts/ingest/threads.ts";
import { csv, cprSource, eligibleRow } from "./extractRows.ts";

const newCpr = cprSource("threads");

const requestOf = (rows: number): ReadRequest => ({
  name: "0825.csv",
  bytes: new TextEncoder().encode(csv(Array.from({ length: rows }, () => eligibleRow(newCpr())))),
  passwords: [],
  acceptances: [],
  round: {
    periodFrom: "2026-04-01",
    periodTo: "2026-06-30",
    referenceDate: "2026-08-01",
    latest: "2026-08-20",
    municipalities: ["0825"],
  },
});

it("a reading that is not done in time is stopped and said; the next file is read", async () => {
  const stopped = await readInThread(requestOf(2000), 1);
  expect(stopped.problems).toMatchObject([{ code: "reading_stopped" }]);
  expect(stopped.municipalities).toStrictEqual(["0825"]);
  const read = await readInThread(requestOf(3));
  expect(read.problems).toStrictEqual([]);
  expect(read.tables[0]?.people).toHaveLength(3);
});
