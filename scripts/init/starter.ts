/** The settings a new round starts from: everything with a default is written out, so that every number is seen. */
import { roundSchema, type Round, type RoundInput } from "#survey/round.ts";
import { toDate, toWrite, UNDECIDED_ADDRESS, UNDECIDED_EMAIL } from "./placeholders.ts";

const municipality = (code: string): RoundInput["municipalities"][number] => ({
  code,
  contact: {
    name: toWrite("navn eller kontor, som borgerne kan spørge"),
    email: UNDECIDED_EMAIL,
    phone: toWrite("telefonnummer"),
  },
  controller: toWrite("kommunens navn, adresse og CVR-nummer"),
  dpo: toWrite("sådan når man kommunens databeskyttelsesrådgiver"),
});

/** Settings for these municipalities; the dates follow the weeks of the pilot, in a year that nobody can take for real. */
export const starterRound = (id: string, codes: readonly string[]): Round =>
  roundSchema.parse({
    id,
    title: toWrite("undersøgelsens navn, som borgerne ser det"),
    period: { label: toWrite("perioden, fx 2. kvartal 2027"), from: toDate("04-01"), to: toDate("06-30") },
    referenceDate: toDate("08-01"),
    field: {
      opens: toDate("08-24"),
      closes: toDate("09-20"),
      waves: [toDate("08-24"), toDate("08-31"), toDate("09-07")],
    },
    deadlines: {
      agreement: toDate("07-05"),
      extract: toDate("08-07"),
      firstResults: toDate("09-25"),
      finalReport: toDate("10-02"),
    },
    baseUrl: UNDECIDED_ADDRESS,
    municipalities: codes.map(municipality),
    privacy: {
      purpose: toWrite("hvad svarene skal bruges til"),
      legalBasis: toWrite("hjemlen: databeskyttelsesforordningens artikel 6 og den danske lov"),
      processor: toWrite("databehandlerens navn og adresse"),
      recipients: toWrite("hvem der modtager oplysningerne"),
      transfer: toWrite(
        "om oplysninger forlader EU, på hvilket grundlag, og hvor man får en kopi af garantierne",
      ),
      deletionDate: toDate("12-31"),
    },
    accessibility: {
      responsible: toWrite("det offentlige organ, der har ansvaret for siderne"),
      preparedOn: toDate("08-01"),
      updatedOn: toDate("08-01"),
      contactEmail: UNDECIDED_EMAIL,
      contactPhone: toWrite("telefonnummer"),
      notTested: toWrite("hvad der ikke er testet for tilgængelighed"),
    },
  } satisfies RoundInput);
