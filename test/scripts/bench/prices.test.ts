/** The examples of Cloudflare's price page come out as they stand there. */
import { expect, it } from "vitest";
import { dollarsFor, monthDollars } from "../../../scripts/bench/scale/prices.ts";

const NOTHING = { requests: 0, cpuMs: 0, rowsRead: 0, rowsWritten: 0, storedGb: 0 };

it.each([
  { example: 1, requests: 15e6, cpuMs: 7 * 15e6, dollars: 8 },
  { example: 2, requests: 3e6, cpuMs: 7 * 3e6, dollars: 5 },
  { example: 4, requests: 100e6, cpuMs: 7 * 100e6, dollars: 45.4 },
])("Workers, example $example: $dollars dollars", ({ requests, cpuMs, dollars }) => {
  expect(monthDollars({ ...NOTHING, requests, cpuMs })).toBeCloseTo(dollars, 10);
});

it("D1 is paid for above 25 billion rows read, 50 million written and 5 GB", () => {
  expect(monthDollars({ ...NOTHING, rowsRead: 25e9, rowsWritten: 50e6, storedGb: 5 })).toBe(5);
  expect(dollarsFor("rowsRead", 26e9)).toBeCloseTo(1, 10);
  expect(dollarsFor("rowsWritten", 51e6)).toBeCloseTo(1, 10);
  expect(dollarsFor("storedGb", 6)).toBeCloseTo(0.75, 10);
});
