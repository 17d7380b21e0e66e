/** The round of the Worker's tests: two municipalities, one with own questions, open in September 2026. */
import { deriveKeys, tokenFor } from "#db/keys.ts";
import { edgeOf, type Edge } from "#survey/edge.ts";
import { roundSchema } from "#survey/round.ts";

const contact = { name: "Jobcentret", email: "jobcenter@example.dk", phone: "89 40 20 00" };
const municipality = (code: string, more = {}) => ({
  code,
  contact,
  controller: "Kommunen, Rådhuspladsen 2",
  dpo: "dpo@example.dk",
  ...more,
});

/** What a round says in its own words; the tests look at ours. */
const translation = {
  title: "Citizens and the job centre",
  period: "2nd quarter 2026",
  purpose: "To measure satisfaction",
  legalBasis: "Article 6(1)(e)",
  processor: "The consultant",
  recipients: "None",
  transfer: "No",
  responsible: "The consultant",
  notTested: "Voice control",
};

const round = roundSchema.parse({
  id: "test-2026",
  title: "Borgernes møde med jobcentret",
  period: { label: "2. kvartal 2026", from: "2026-04-01", to: "2026-06-30" },
  referenceDate: "2026-08-01",
  field: { opens: "2026-08-31", closes: "2026-09-25", waves: ["2026-08-31", "2026-09-07", "2026-09-14"] },
  deadlines: {
    agreement: "2026-07-05",
    extract: "2026-08-10",
    firstResults: "2026-10-01",
    finalReport: "2026-10-15",
  },
  baseUrl: "https://svar.example.dk",
  languages: ["da", "en", "ar"],
  translations: { en: translation, ar: translation },
  municipalities: [
    municipality("0751", {
      localQuestions: [
        { id: "l1", text: "Kender du Jobnet?", options: ["Ja", "Nej"] },
        { id: "l2", text: "Hvad savner du?" },
      ],
    }),
    municipality("0492"),
  ],
  privacy: {
    purpose: "At måle borgernes tilfredshed",
    legalBasis: "Artikel 6, stk. 1, litra e",
    processor: "Konsulenten",
    recipients: "Ingen",
    deletionDate: "2027-03-31",
  },
  accessibility: {
    updatedOn: "2026-08-01",
    contactEmail: "was@example.dk",
    contactPhone: "89 40 20 00",
    notTested: "Stemmestyring",
  },
});

/** Only in tests: a key that everybody knows. */
const keys = await deriveKeys(new Uint8Array(32).fill(7));
export const { pepper, privateKey, keyId, publicKey } = keys;
export const edge: Edge = edgeOf(round, { publicKey, keyId });
/** A moment in the field period, at its edges, and outside of it. */
export const MOMENT = {
  before: Date.parse("2026-08-30T21:59:59Z"),
  first: Date.parse("2026-08-30T22:00:00Z"),
  open: Date.parse("2026-09-10T10:00:00Z"),
  last: Date.parse("2026-09-25T21:59:59Z"),
  after: Date.parse("2026-09-25T22:00:00Z"),
} as const;

/** The personal code of a respondent, canonical. */
export const codeOf = (respondent: string): Promise<string> => tokenFor(keys.tokenKey, respondent);
