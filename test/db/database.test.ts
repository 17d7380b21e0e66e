import { describe, expect, it } from "vitest";
import { bindingName, bindingsOf, shardOf } from "#db/database.ts";
import { rowIds } from "#db/rowId.ts";
import { toBase64Url } from "#db/base64.ts";

const PEPPER = toBase64Url(new Uint8Array(32).fill(3));

describe("shardOf", () => {
  it("gives every database its share of row ids", async () => {
    const rowIdOf = await rowIds(PEPPER);
    const ids = await Promise.all(Array.from({ length: 3000 }, (_, i) => rowIdOf(`code ${i}`)));
    for (const databases of [2, 3, 32]) {
      const counts = Array<number>(databases).fill(0);
      for (const id of ids) {
        const shard = shardOf(id, databases);
        counts[shard] = (counts[shard] ?? 0) + 1;
      }
      const expected = ids.length / databases;
      const chiSquare = counts.reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
      // The share of chance that goes beyond this is less than one in a million for 1, 2 and 31 degrees of freedom.
      expect(chiSquare).toBeLessThan(90);
    }
  });

  it("is the first 48 bits modulo the number of databases, and 0 where there is one", () => {
    const id = toBase64Url(Uint8Array.from({ length: 32 }, (_, i) => (i === 5 ? 10 : 0)));
    expect([1, 2, 3, 4].map((databases) => shardOf(id, databases))).toEqual([0, 0, 1, 2]);
    expect(shardOf("whatever", 1)).toBe(0);
    expect(() => shardOf("no id", 2)).toThrow(RangeError);
  });
});

describe("bindingsOf", () => {
  it("takes them in their order, and none that is missing", () => {
    const env = { DB: "a", DB_3: "c", DB_2: "b" };
    expect([1, 2, 3].map((n) => bindingsOf(env, n))).toEqual([["a"], ["a", "b"], ["a", "b", "c"]]);
    expect(() => bindingsOf(env, 4)).toThrow("DB_4 is not bound");
    expect([0, 1, 2].map(bindingName)).toEqual(["DB", "DB_2", "DB_3"]);
  });
});
