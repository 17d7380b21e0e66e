/** A round with every default, for tests of sampling and estimation. */
import { roundSchema, type Round, type RoundInput } from "#survey/round.ts";

const place = (code: string): RoundInput["municipalities"][number] => ({
  code,
  contact: { name: "Jobcentret", email: "jobcenter@example.dk", phone: "70 00 00 00" },
  controller: "Kommunen, Torvet 1",
  dpo: "dpo@example.dk",
});

/** A round with these municipalities; `changes` overwrite what it has by default. */
export const plainRound = (codes: readonly string[], changes: Partial<RoundInput> = {}): Round =>
  roundSchema.parse({
    id: "test-2026",
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
    municipalities: codes.map(place),
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
    ...changes,
  } satisfies RoundInput);
