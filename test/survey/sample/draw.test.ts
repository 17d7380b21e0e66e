import { createHmac } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { draw, drawOrder, type Ticketed } from "#survey/sample/draw.ts";
import { ticketValue } from "#survey/sample/ticket.ts";
import vectors from "../../vectors/sampling_prn.json" with { type: "json" };

const hmac = (key: string, message: string): string =>
  createHmac("sha256", key).update(message).digest("hex");

const sizes: Readonly<Record<string, number>> = vectors.n_h;
const strata = Object.keys(sizes);

/** The persons of a stratum, with tickets from the seed. */
const stratumOf = (frame: { id: string[]; stratum: string[] }, name: string): Ticketed[] =>
  frame.id
    .filter((_, i) => frame.stratum[i] === name)
    .map((id) => ({ id, ticket: ticketValue(hmac(vectors.seed, id)) }));

const ids = (people: readonly Ticketed[]): string[] => people.map(({ id }) => id);

const drawAll = (
  frame: { id: string[]; stratum: string[] },
  n: (name: string) => number = (name) => sizes[name] ?? 0,
  start: (name: string) => number = () => 0,
): string[] => strata.flatMap((name) => ids(draw(stratumOf(frame, name), n(name), start(name)))).toSorted();

describe("sampling_prn.json", () => {
  it("has the HMAC of RFC 4231, case 2", () => {
    expect(hmac(vectors.rfc4231.key, vectors.rfc4231.message)).toBe(vectors.rfc4231.hex);
  });

  it("has the tickets of 60 persons, exactly", () => {
    const { frame } = vectors;
    frame.id.forEach((id, i) => {
      const hex = hmac(vectors.seed, id);
      expect(hex).toBe(frame.hmac_hex[i]);
      expect(hex.slice(0, 13)).toBe(frame.u_hex13[i]);
      expect(ticketValue(hex)).toBe(Number(frame.u[i]));
    });
  });

  const { frame, expected, frame_update: updated } = vectors;

  it("draws the first wave", () => {
    expect(drawAll(frame)).toEqual(expected.wave1);
  });

  it("gives inclusion probabilities and base weights", () => {
    const probabilities: Readonly<Record<string, number>> = expected.inclusion_probability;
    const weights: Readonly<Record<string, number>> = expected.design_weight;
    for (const name of strata) {
      const [n, population] = [sizes[name] ?? 0, stratumOf(frame, name).length];
      expect(n / population).toBeCloseTo(probabilities[name] ?? NaN, 14);
      expect(population / n).toBeCloseTo(weights[name] ?? NaN, 13);
    }
  });

  it("draws other people in a second wave that starts after the first", () => {
    const startAfterFirst = (name: string) =>
      drawOrder(stratumOf(frame, name)).at(sizes[name] ?? 0)?.ticket ?? 0;
    const second = drawAll(frame, undefined, startAfterFirst);
    expect(second).toEqual(expected.wave2_negative_coordination);
    const overlaps: Readonly<Record<string, number>> = expected.overlap_by_stratum;
    for (const name of strata) {
      const both = ids(stratumOf(frame, name)).filter(
        (id) => second.includes(id) && expected.wave1.includes(id),
      );
      expect(both).toHaveLength(overlaps[name] ?? NaN);
    }
  });

  it("draws a supplement that only adds people", () => {
    const larger = drawAll(frame, (name) => (name === "M01|G1" ? 9 : (sizes[name] ?? 0)));
    expect(larger).toEqual(expected.supplement_M01G1_9);
    expect(expected.wave1.every((id) => larger.includes(id))).toBe(expected.nested);
  });

  it("keeps who stays when the frame changes", () => {
    const drawn = drawAll(updated);
    expect(drawn).toEqual(updated.expected_wave);
    expect(drawn.filter((id) => expected.wave1.includes(id))).toEqual(updated.retained_from_wave1);
  });

  it("has uniform tickets", () => {
    const tickets = Array.from({ length: 20_000 }, (_, i) =>
      ticketValue(hmac(vectors.seed, `X${String(i + 1).padStart(6, "0")}`)),
    );
    const mean = tickets.reduce((sum, u) => sum + u, 0) / tickets.length;
    const variance = tickets.reduce((sum, u) => sum + (u - mean) ** 2, 0) / (tickets.length - 1);
    expect(mean).toBeCloseTo(vectors.uniformity.mean, 12);
    expect(variance).toBeCloseTo(vectors.uniformity.var, 12);
  });
});

const people = fc
  .uniqueArray(fc.string({ minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 40 })
  .chain((names) =>
    fc.tuple(
      ...names.map((id) => fc.record({ id: fc.constant(id), ticket: fc.nat(99).map((k) => k / 100) })),
    ),
  );
const point = fc.double({ min: 0, max: 0.999, noNaN: true });

describe("draw", () => {
  it("does not depend on the order of the frame, ties included", () => {
    const shuffled = people.chain((stratum) =>
      fc.tuple(fc.constant(stratum), fc.shuffledSubarray(stratum, { minLength: stratum.length })),
    );
    fc.assert(
      fc.property(shuffled, point, ([stratum, other], start) => {
        expect(ids(drawOrder(other, start))).toEqual(ids(drawOrder(stratum, start)));
      }),
    );
  });

  it("draws equal tickets in the order of their ids, compared by code unit", () => {
    const stratum = ["b", "10", "ø", "9", "Z", "a"].map((id) => ({ id, ticket: 0.25 }));
    expect(ids(drawOrder(stratum))).toEqual(["10", "9", "Z", "a", "b", "ø"]);
    expect(ids(drawOrder([{ id: "first", ticket: 0.75 }, ...stratum], 0.5))[0]).toBe("first");
  });

  it("is nested: a larger sample only adds people", () => {
    fc.assert(
      fc.property(people, point, fc.nat(), fc.nat(), (stratum, start, a, b) => {
        const [few, many] = [a, b].map((n) => n % (stratum.length + 1)).toSorted((x, y) => x - y);
        const larger = ids(draw(stratum, many ?? 0, start));
        expect(larger.slice(0, few)).toEqual(ids(draw(stratum, few ?? 0, start)));
        expect(new Set(larger).size).toBe(many);
      }),
    );
  });

  it("turns with the start: the same circle of people, begun elsewhere", () => {
    fc.assert(
      fc.property(people, point, (stratum, start) => {
        const order = drawOrder(stratum);
        const first = order.findIndex(({ ticket }) => ticket >= start);
        const turn = Math.max(0, first);
        expect(ids(drawOrder(stratum, start))).toEqual(ids([...order.slice(turn), ...order.slice(0, turn)]));
      }),
    );
  });

  it("asks nobody again who was asked last round, while twice the sample fits the stratum", () => {
    fc.assert(
      fc.property(people, fc.nat(), (stratum, size) => {
        const apart = stratum.map((person, i) => ({ ...person, ticket: (i + 0.5) / stratum.length }));
        const n = size % (Math.floor(apart.length / 2) + 1);
        const next = drawOrder(apart).at(n)?.ticket ?? 0;
        const first = new Set(ids(draw(apart, n)));
        expect(ids(draw(apart, n, next)).some((id) => first.has(id))).toBe(false);
      }),
    );
  });

  it("does not move anybody when people come or go", () => {
    fc.assert(
      fc.property(people, fc.nat(), (stratum, gone) => {
        const left = stratum.filter((_, i) => i !== gone % stratum.length);
        const missing = stratum[gone % stratum.length]?.id;
        expect(ids(drawOrder(left))).toEqual(ids(drawOrder(stratum)).filter((id) => id !== missing));
      }),
    );
  });

  it("throws when the stratum is too small", () => {
    expect(() => draw([{ id: "a", ticket: 0.5 }], 2)).toThrow(RangeError);
  });
});

describe("ticketValue", () => {
  it("gives the example of its documentation", () => {
    expect(ticketValue("c2cb920cb3105332")).toBe(0.76091873941464994);
  });

  it("spans [0, 1)", () => {
    expect(ticketValue("0".repeat(64))).toBe(0);
    expect(ticketValue("f".repeat(64))).toBe(1 - 2 ** -52);
  });

  it.each(["", "c2cb920cb310", "C2CB920CB3105332", "c2cb920cb310g332"])(
    "refuses %j and does not repeat it",
    (text) => {
      expect(() => ticketValue(text)).toThrow(/^a ticket needs at least 13 small hex digits$/);
    },
  );
});
