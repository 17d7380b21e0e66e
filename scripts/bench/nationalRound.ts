/**
 * A made-up national round for benchmarks: 98 municipalities of their real sizes, four target groups, 50,000 answers to 13
 * items, seeded. Groups and ages answer differently, and a tenth of the items is »ved ikke«, so that weights and margins have
 * something to do.
 */
import type { AllocationRow, AnswerRow, EstimationInput, SampleRow } from "#survey/estimate/input.ts";
import { bandsOf } from "#survey/bands.ts";
import { MUNICIPALITIES } from "#survey/municipalities.ts";
import { CLOSED_ITEM_IDS } from "#survey/questionnaire.ts";
import { roundSchema, type Round, type RoundInput } from "#survey/round.ts";
import { TARGET_GROUPS } from "#survey/targetGroups.ts";
import { createRandom, type Random } from "../demo/random.ts";

/** Citizens of each target group per 1,000 inhabitants (PRODUCT §5). */
const PER_THOUSAND = { dagpenge: 3, aktivitetsparate: 9, sygedagpenge: 16, jobparate: 2.5 } as const;
const CONTACT = { name: "Jobcentret", email: "jobcenter@example.dk", phone: "70 00 00 00" };

export interface NationalRound {
  input: EstimationInput;
  /** Citizens by sex and age band, as the frame would say. */
  margins: NonNullable<EstimationInput["margins"]>;
}

function roundOf(weighting: RoundInput["weighting"]): Round {
  return roundSchema.parse({
    id: "national",
    title: "Borgernes oplevelse",
    period: { label: "2. kvartal 2026", from: "2026-04-01", to: "2026-06-30" },
    referenceDate: "2026-08-01",
    field: { opens: "2026-08-24", closes: "2026-09-20", waves: ["2026-08-24", "2026-08-31", "2026-09-07"] },
    deadlines: {
      agreement: "2026-07-03",
      extract: "2026-08-07",
      firstResults: "2026-09-25",
      finalReport: "2026-10-02",
    },
    baseUrl: "https://svar.example.dk",
    municipalities: MUNICIPALITIES.map(({ code }) => ({
      code,
      contact: CONTACT,
      controller: "Kommunen, Torvet 1",
      dpo: "dpo@example.dk",
    })),
    privacy: {
      purpose: "Undersøgelse",
      legalBasis: "Artikel 6",
      processor: "Konsulenten",
      recipients: "Ingen",
      deletionDate: "2027-01-01",
    },
    accessibility: {
      updatedOn: "2026-08-01",
      contactEmail: "was@example.dk",
      contactPhone: "70 00 00 00",
      notTested: "Intet",
    },
    weighting,
  } satisfies RoundInput);
}

/** Every answer is one of about `answers` people; each municipality gives at most as many as it has. */
export function nationalRound(
  answers: number,
  seed: string,
  weighting: RoundInput["weighting"] = {},
): NationalRound {
  const random = createRandom(seed);
  const round = roundOf(weighting);
  const perPlace = answers / MUNICIPALITIES.length;
  const bands = bandsOf(round);
  const allocation: AllocationRow[] = [];
  const sample: SampleRow[] = [];
  const rows: AnswerRow[] = [];
  for (const { code, inhabitants2020 } of MUNICIPALITIES) {
    const sizes = TARGET_GROUPS.map((group) =>
      Math.max(2, Math.round((inhabitants2020 * PER_THOUSAND[group]) / 1000)),
    );
    const all = sizes.reduce((sum, n) => sum + n, 0);
    TARGET_GROUPS.forEach((group, g) => {
      const citizens = sizes[g] ?? 0;
      const invited = Math.min(citizens, Math.round((2.6 * perPlace * citizens) / all) + 20);
      const answered = Math.min(
        invited,
        Math.round(((perPlace * citizens) / all) * (0.8 + 0.4 * random.next())),
      );
      allocation.push({
        municipality: code,
        target_group: group,
        population: citizens,
        sample: invited,
        census: all < 1000,
      });
      const mood = random.next() - 0.5 + (g - 1.5) / 4;
      for (let i = 0; i < invited; i++) {
        const respondent = `${code}-${String(sample.length).padStart(6, "0")}`;
        const age = random.pick(bands.age_band);
        sample.push({
          respondent,
          municipality: code,
          target_group: group,
          sex: random.chance(0.55) ? "f" : "m",
          age_band: age,
          duration_band: random.pick(bands.duration_band),
          interview_band: random.pick(bands.interview_band),
          finished: random.chance(0.2) ? "1" : "0",
        });
        if (i < answered) rows.push(answerOf(respondent, mood, random));
      }
    });
  }
  const input = { round, allocation, sample, answers: rows };
  return { input, margins: marginsOf(sample, bands.age_band) };
}

function answerOf(respondent: string, mood: number, random: Random): AnswerRow {
  const own = mood + 1.6 * (random.next() - 0.5);
  const codes = CLOSED_ITEM_IDS.map((id) => {
    const luck = random.next();
    if (luck < 0.1) return [id, 8];
    if (luck < 0.13) return [id, null];
    return [id, Math.min(5, Math.max(1, Math.round(3 + own + 3 * (random.next() - 0.5))))];
  });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- fromEntries forgets the keys: they are the items
  return { respondent, ...Object.fromEntries(codes) } as AnswerRow;
}

/** Twice as many citizens as invited, a little other than they are among the invited. */
function marginsOf(sample: readonly SampleRow[], ages: readonly string[]): NationalRound["margins"] {
  const count = (is: (row: SampleRow) => boolean): number => sample.filter(is).length;
  return {
    sex: ["f", "m"].map((value, i) => ({
      value,
      citizens: Math.round(count((row) => row.sex === value) * 2 * (1 + 0.06 * i)),
    })),
    age_band: ages.map((value, i) => ({
      value,
      citizens: Math.round(count((row) => row.age_band === value) * 2 * (1.2 - 0.08 * i)),
    })),
  };
}
