import { describe, expect, it } from "vitest";
import { estimateRound } from "#survey/estimate/results.ts";
import { plainRound } from "../plainRound.ts";
import { all, background, crowd, inputOf } from "./people.ts";
import { cellOf, published } from "./reading.ts";

const round = plainRound(["0751", "0101"]);

describe("the head of the results", () => {
  it("describes every municipality", () => {
    const people = [...background(), ...crowd(40, () => ({ codes: null }))];
    const { municipalities } = estimateRound(inputOf(round, people));
    expect(municipalities[0]).toEqual({
      code: "0751",
      name: "Aarhus",
      slug: "aarhus",
      census: false,
      population: 800,
      invited: 80,
      answers: 40,
      responseRate: 50,
      uncertain: true,
      designEffect: 1,
      effectiveAnswers: 40,
    });
  });

  it("withholds the number of answers and everything that it could be found from", () => {
    const people = [...background().filter((p) => p.municipality === "0101"), ...crowd(3, () => ({}))];
    const { municipalities, national, domains } = estimateRound(inputOf(round, people));
    expect(national).toMatchObject({ answers: 43, designEffect: null, effectiveAnswers: null });
    expect(municipalities[0]).toMatchObject({
      answers: null,
      responseRate: null,
      designEffect: null,
      effectiveAnswers: null,
    });
    expect(domains.find(({ id }) => id === "0751")?.items.q1?.status).toBe("withheld");
  });

  it("knows a municipality in which nobody has answered", () => {
    const people = [
      ...background().filter((p) => p.municipality === "0101"),
      ...crowd(30, () => ({ codes: null })),
    ];
    const results = estimateRound(inputOf(round, people));
    expect(results.municipalities[0]).toMatchObject({
      answers: 0,
      responseRate: 0,
      uncertain: true,
      designEffect: null,
    });
    expect(cellOf(results, "0751")).toEqual({ status: "missing" });
    expect(published(results, "all").n).toBe(40);
  });

  it("leaves out a municipality that has no allocation yet", () => {
    const input = inputOf(
      round,
      background().filter((p) => p.municipality === "0101"),
    );
    const allocation = input.allocation.filter((row) => row.municipality === "0101");
    const results = estimateRound({ ...input, allocation });
    expect(results.municipalities.map(({ code }) => code)).toEqual(["0101"]);
    expect(results.domains.some(({ municipality }) => municipality === "0751")).toBe(false);
  });

  it("is certain from 200 answers on", () => {
    const people = crowd(400, (i) => ({ municipality: i % 2 ? "0751" : "0101", codes: all((i % 5) + 1) }));
    const results = estimateRound(inputOf(round, people));
    expect(results.municipalities.map(({ uncertain }) => uncertain)).toEqual([false, false]);
    expect(published(results, "0751").uncertain).toBe(false);
    const fewer = estimateRound(inputOf(round, people.slice(0, 399)));
    expect(fewer.municipalities.map(({ uncertain }) => uncertain)).toEqual([true, false]);
    expect(published(fewer, "0751").uncertain).toBe(true);
    expect(published(fewer, "0101").uncertain).toBe(false);
  });
});
