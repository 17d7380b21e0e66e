import { beforeAll, describe, expect, it } from "vitest";
import { attack, type AuditReport } from "#survey/audit/attack.ts";
import { witnessesOf } from "#survey/audit/witnesses.ts";
import type { EstimationInput } from "#survey/estimate/input.ts";
import { primaryPattern } from "#survey/estimate/primaryPattern.ts";
import { publish } from "#survey/estimate/publish.ts";
import { tabulate, type Tabulation } from "#survey/estimate/tabulate.ts";
import { resultsSchema, type Domain, type Results } from "#survey/results.ts";
import { TARGET_GROUPS } from "#survey/targetGroups.ts";
import { syntheticRound } from "../../../scripts/bench/syntheticRound.ts";
import { createRandom } from "../../../scripts/demo/random.ts";
import { publicPopulation } from "../../../scripts/estimate/population.ts";
import { protectedResults, type ProtectedResults } from "../../../scripts/estimate/protection.ts";
import { loadSolver } from "../../../scripts/io/highs.ts";
import { plainRound } from "../plainRound.ts";

const ROUNDS = process.env["BORGERSVAR_NIGHTLY"] === "1" ? 100 : 2;
const CODES = ["0751", "0561", "0860", "0167", "0169", "0329"];
const solver = await loadSolver();

interface AuditedRound {
  input: EstimationInput;
  tabulation: Tabulation;
  found: ProtectedResults;
}

function roundOf(input: EstimationInput): AuditedRound {
  const tabulation = tabulate(input);
  return { input, tabulation, found: protectedResults(tabulation, input, { solver }) };
}

const attacked = ({ input }: AuditedRound, results: Results, earlier: readonly Results[] = []): AuditReport =>
  attack(
    {
      results,
      witnesses: witnessesOf(input, results.questionnaireVersion),
      population: publicPopulation(input.allocation),
      earlier,
    },
    (program) => solver.open(program),
  );

const groupsOf = (code: string): string[] => TARGET_GROUPS.map((group) => `${code}.${group}`);

const audits = ({ leaks }: AuditReport): string[] => [...new Set(leaks.map(({ audit }) => audit))];

describe("an audited round", () => {
  let round: AuditedRound;
  beforeAll(() => {
    const random = createRandom("attack");
    const places = [
      { code: "0751", populations: [900, 700, 800, 400], invited: [150, 150, 150, 150] },
      { code: "0561", populations: [300, 500, 400, 60], invited: [100, 120, 110, 25] },
      { code: "0860", populations: [200, 300, 250, 90], invited: [100, 150, 120, 60] },
    ];
    const behaviour = { rates: [0.5, 0.5, 0.5, 0.2], skew: 0.3 };
    round = roundOf(syntheticRound(plainRound(places.map(({ code }) => code)), places, random, behaviour));
  }, 120_000);

  /** The results with one cell of the municipality × target group table changed. */
  const with0561 = (change: (domain: Domain) => Domain): Results => ({
    ...round.found.results,
    domains: round.found.results.domains.map((d) => (d.id === "0561.jobparate" ? change(d) : d)),
  });

  it("gives nothing away, and withholds something", () => {
    expect(round.found.primary).toBeGreaterThan(0);
    expect(round.found.complementary).toBeGreaterThan(0);
    const report = attacked(round, round.found.results);
    expect(report.leaks).toEqual([]);
    for (const { tried } of Object.values(report.audits)) expect(tried).toBeGreaterThan(0);
    expect(() => resultsSchema.parse(round.found.results)).not.toThrow();
  });

  it("says nothing more of a withheld result than why", () => {
    const cells = round.found.results.domains.flatMap((d) => Object.values({ ...d.items, ...d.indexes }));
    for (const cell of cells.filter(({ status }) => status === "withheld")) {
      expect(Object.keys(cell).toSorted()).toEqual(["reason", "status"]);
    }
  });

  it("is found out with primary suppression only", () => {
    const report = attacked(round, publish(round.tabulation, primaryPattern(round.tabulation.facts)));
    expect(audits(report)).toEqual(expect.arrayContaining(["rank", "sums"]));
  });

  it("is found out when unweighted results stand beside the weighted ones", () => {
    const pattern = { ...round.found.pattern, weightedOnly: () => false };
    const report = attacked(round, publish(round.tabulation, pattern));
    expect(report.leaks.some(({ how }) => how.includes("mean"))).toBe(true);
  });

  it("is found out by a design effect where a target group is withheld", () => {
    const pattern = { ...round.found.pattern, designEffect: () => false };
    const report = attacked(round, publish(round.tabulation, pattern));
    expect(report.leaks.map(({ how }) => how).join()).toContain("design effect");
  });

  it("is found out by the design effect of all while only a few municipalities withhold theirs", () => {
    const { results } = round.found;
    expect(results.national).toMatchObject({ designEffect: null, effectiveAnswers: null });
    const report = attacked(round, { ...results, national: { ...results.national, effectiveAnswers: 300 } });
    expect(report.leaks.map(({ result, domains }) => [result, domains])).toEqual([["answers", ["all"]]]);
  });

  it("is found out by a response rate where the number of answers is withheld", () => {
    const { results } = round.found;
    const municipalities = results.municipalities.map((m, i) => (i === 0 ? { ...m, answers: null } : m));
    const report = attacked(round, { ...results, municipalities });
    expect(report.leaks.some(({ result, how }) => result === "answers" && how.includes("%"))).toBe(true);
  });

  it("is found out by an earlier publication that showed what is withheld now", () => {
    const before = publish(round.tabulation, { ...round.found.pattern, reason: () => null });
    const report = attacked(round, round.found.results, [before]);
    expect(report.leaks.map(({ how }) => how)).toContain("shown in an earlier publication of this round");
  });

  it("is found out by one answer more than in an earlier publication", () => {
    const domain = round.found.results.domains.find(
      ({ municipality, items }) => municipality !== null && items.q1?.status === "published",
    );
    const shown = domain?.items.q1;
    expect(shown?.status).toBe("published");
    const before: Results = {
      ...round.found.results,
      domains: round.found.results.domains.map((d) =>
        d.id === domain?.id && shown?.status === "published"
          ? { ...d, items: { ...d.items, q1: { ...shown, n: shown.n - 1 } } }
          : d,
      ),
    };
    const report = attacked(round, round.found.results, [before]);
    expect(report.leaks.map(({ domains }) => domains).flat()).toContain(domain?.id);
  });

  it("is found out by a few answers more in withheld groups together than in an earlier publication", () => {
    const { results } = round.found;
    const shownIn = (id: string): number | null => {
      const cell = results.domains.find((domain) => domain.id === id)?.items.q1;
      return cell?.status === "published" ? cell.n : null;
    };
    const place = results.municipalities.find(
      ({ code }) => shownIn(code) !== null && groupsOf(code).some((id) => shownIn(id) === null),
    );
    const shown = groupsOf(place?.code ?? "").find((id) => shownIn(id) !== null);
    const fewer = new Map([
      [place?.code, 7],
      [shown, 5],
    ]);
    const before = {
      ...results,
      domains: results.domains.map((domain) => {
        const cell = domain.items.q1;
        if (cell?.status !== "published" || !fewer.has(domain.id)) return domain;
        const q1 = { ...cell, n: cell.n - (fewer.get(domain.id) ?? 0) };
        return { ...domain, items: { ...domain.items, q1 } };
      }),
    };
    const withheld = groupsOf(place?.code ?? "").filter((id) => shownIn(id) === null);
    const { leaks } = attacked(round, results, [before]);
    expect(leaks.filter(({ audit }) => audit === "sums")).toContainEqual({
      audit: "sums",
      result: "q1",
      domains: withheld,
      how: "together 2 answers more or fewer than in an earlier publication",
    });
  });

  it("is made so that a second publication with a few answers more gives none of them away", () => {
    const few = round.input.answers.slice(0, -3);
    const first = roundOf({ ...round.input, answers: few });
    const second = protectedResults(round.tabulation, round.input, {
      solver,
      earlier: [first.found.results],
    });
    expect(attacked(round, second.results, [first.found.results]).leaks).toEqual([]);
  }, 120_000);

  it.each([
    ["an interval, from which n follows", { mean: { estimate: 40, low: 15, high: 65 } }],
    ["shares, from which n follows", { distribution: [14, 29, 57, 0, 0] }],
    ["a number of don't knows, from which n follows", { dontKnow: 67 }],
  ])("cannot say %s of a withheld result", (_, more) => {
    const results = with0561((domain) => ({
      ...domain,
      items: { ...domain.items, q1: Object.assign({ status: "withheld", reason: "primary" } as const, more) },
    }));
    expect(resultsSchema.safeParse(results).success).toBe(false);
  });
});

describe("random rounds of small municipalities", () => {
  it(
    `give nothing away (${ROUNDS} rounds)`,
    () => {
      for (let seed = 0; seed < ROUNDS; seed++) {
        const random = createRandom(`round ${seed}`);
        const places = CODES.slice(0, random.int(2, 3)).map((code) => {
          const census = random.chance(0.3);
          const populations = [0, 0, 0, 0].map(() => random.int(3, census ? 60 : 600));
          return { code, populations, invited: populations.map((n) => (census ? n : Math.min(n, 150))) };
        });
        const round = plainRound(places.map(({ code }) => code));
        const made = roundOf(syntheticRound(round, places, random, { skew: random.next() }));
        expect({ seed, leaks: attacked(made, made.found.results).leaks }).toEqual({ seed, leaks: [] });
      }
    },
    60 * 60_000,
  );
});
