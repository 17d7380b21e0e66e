import { describe, expect, it } from "vitest";
import { determined } from "#survey/audit/rank.ts";
import { smallSums } from "#survey/audit/derivedSums.ts";
import { complementary } from "#survey/disclosure/complementary.ts";
import { createRandom, type Random } from "../../../scripts/demo/random.ts";
import { loadSolver } from "../../../scripts/io/highs.ts";
import { networkOf, publishedTable, type Table } from "./twoWay.ts";

const TABLES = process.env["BORGERSVAR_NIGHTLY"] === "1" ? 10_000 : 200;
const solver = await loadSolver();

function randomTable(random: Random): Table {
  const [height, width] = [random.int(1, 12), random.int(2, 6)];
  const [small, zero] = [random.next(), 0.3 * random.next()];
  return {
    rows: Array.from({ length: height }, (_, i) => `M${i + 1}`),
    cols: Array.from({ length: width }, (_, j) => `G${j + 1}`),
    counts: Array.from({ length: height }, () =>
      Array.from({ length: width }, () =>
        random.chance(zero) ? 0 : random.chance(small / 2) ? random.int(1, 4) : random.int(5, 40),
      ),
    ),
    rowsOnly: random.chance(0.2),
  };
}

describe("suppression, judged by the auditor", () => {
  it(
    `gives nothing away in ${TABLES} random tables`,
    () => {
      let withSecrets = 0;
      for (let seed = 0; seed < TABLES; seed++) {
        const table = randomTable(createRandom(`table ${seed}`));
        const network = networkOf(table);
        const found = complementary(network, (model, limits) => solver.solve(model, limits));
        const chosen = new Set(found.ok ? found.secondary : network.cells.keys());
        const withheld = new Set(
          network.cells.filter(({ secret }, place) => secret ?? chosen.has(place)).map(({ id }) => id),
        );
        const system = publishedTable(table, withheld);
        const rank = determined(system).filter(({ unknown }) => unknown.secret);
        const sums = smallSums(system, (program) => solver.open(program));
        withSecrets += Number(withheld.size > 0);
        // What the suppressor calls impossible must be impossible: it leaks although everything is withheld.
        expect({ seed, leaks: rank.length + sums.length > 0 }).toEqual({ seed, leaks: !found.ok });
      }
      expect(withSecrets).toBeGreaterThan(TABLES / 2);
    },
    60 * 60_000,
  );
});
