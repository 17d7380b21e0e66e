/** What a round uses follows from what one citizen costs, and the processor time of a process is read from its line in /proc. */
import { expect, it } from "vitest";
import { parseStat } from "../../../scripts/bench/scale/processor.ts";
import { usageOf } from "../../../scripts/bench/scale/rounds.ts";

const cost = (rowsRead: number, rowsWritten: number) => ({ statements: 1, rowsRead, rowsWritten, ms: 1 });
const COSTS = {
  load: cost(1, 2),
  save: cost(5, 1),
  final: cost(12, 2),
  status: cost(1, 0),
  pull: cost(2, 0),
  respondentBytes: 100,
  answersBytes: 2000,
};

it("adds up what the invited and those who answer cost", () => {
  const usage = usageOf(1_000_000, COSTS, { response: 0.5, statuses: 10, pulls: 3, cpuMsARequest: 2 });
  expect(usage).toEqual({
    requests: 3_000_000,
    cpuMs: 6_000_000,
    rowsRead: 1_000_000 * (1 + 10) + 500_000 * (5 * 5 + 12 + 3 * 2),
    rowsWritten: 1_000_000 * 2 + 500_000 * (5 + 2),
    storedGb: 0.1 + 1,
  });
});

it("reads a process whose name has blanks and brackets", () => {
  const line = "4711 (a (b) c) S 42 4711 4711 0 -1 4194560 100 0 0 0 250 50 0 0 20 0 9 0 12345 1 2 3";
  expect(parseStat(line)).toEqual({ id: 4711, parent: 42, name: "a (b) c", seconds: 3 });
});
