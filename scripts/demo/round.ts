/** The round of the demo: nine real municipalities, everything else made up. */
import { addDays, type IsoDate } from "#survey/dates.ts";
import { municipalityOf, type Municipality } from "#survey/municipalities.ts";
import { roundSchema, type RoundInput } from "#survey/round.ts";

/** From the largest to an island that is asked whole. */
export const DEMO_MUNICIPALITIES = [
  "0751", // Aarhus
  "0561", // Esbjerg
  "0860", // Hjørring
  "0167", // Hvidovre
  "0169", // Høje-Taastrup
  "0329", // Ringsted
  "0665", // Lemvig
  "0482", // Langeland
  "0825", // Læsø
] as const;

const REFERENCE_DATE: IsoDate = "2026-08-01";

type MunicipalityInput = RoundInput["municipalities"][number];

/** What a municipality of the demo has of its own. */
const OWN: Partial<Record<string, Partial<MunicipalityInput>>> = {
  "0751": { term: "Jobcenter Aarhus" },
  "0329": { term: "kommunen" },
  "0482": { sms: "link" },
  "0825": { sms: "link" },
  "0561": {
    localQuestions: [
      {
        id: "l1",
        text: "Hvor let eller svært er det for dig at komme i kontakt med din sagsbehandler?",
        options: ["Meget let", "Let", "Hverken let eller svært", "Svært", "Meget svært"],
      },
      { id: "l2", text: "Hvad kunne gøre det lettere for dig at komme i kontakt med os?" },
    ],
  },
};

/**
 * A complete `round.json` for the demo, open from the day before `today`: invitations that day, reminders one and two
 * weeks later, closing four weeks after it opened. Addresses, phone numbers (67 is not in use in Denmark) and e-mail
 * addresses are made up.
 * @param options `today` in Copenhagen; `baseUrl` where the demo is served; `municipalities` codes, the nine by default
 */
export function demoRound(options: {
  today: IsoDate;
  baseUrl: string;
  municipalities?: readonly string[];
}): RoundInput {
  const opens = addDays(options.today, -1);
  const closes = addDays(opens, 28);
  const round: RoundInput = {
    id: "demo-2026-2",
    title: "Din oplevelse af beskæftigelsesindsatsen",
    period: { label: "2. kvartal 2026", from: "2026-04-01", to: "2026-06-30" },
    referenceDate: REFERENCE_DATE,
    field: { opens, closes, waves: [opens, addDays(opens, 7), addDays(opens, 14)] },
    deadlines: {
      agreement: "2026-07-03",
      extract: "2026-08-07",
      firstResults: addDays(closes, 7),
      finalReport: addDays(closes, 21),
    },
    baseUrl: options.baseUrl,
    municipalities: (options.municipalities ?? DEMO_MUNICIPALITIES).map(municipalityInput),
    privacy: {
      purpose:
        "At få viden om, hvordan borgere oplever indsatsen i deres kommune, så kommunerne kan gøre den bedre. Svarene bruges kun til statistik.",
      legalBasis:
        "Databeskyttelsesforordningens artikel 6, stk. 1, litra e, og artikel 9, stk. 2, litra j, samt databeskyttelseslovens § 10 om statistiske undersøgelser.",
      processor: "Demo Analyse ApS (opdigtet), Demovej 1, 0000 Demoby",
      recipients:
        "Kun Demo Analyse ApS ser dine svar. Kommunen får resultater for grupper af borgere og aldrig dine egne svar.",
      deletionDate: addDays(closes, 180),
    },
    accessibility: {
      updatedOn: options.today,
      contactEmail: "tilgaengelighed@example.dk",
      contactPhone: "67 00 00 01",
      notTested: "Siderne er endnu ikke prøvet af borgere, der bruger skærmlæser til daglig.",
    },
  };
  roundSchema.parse(round);
  return round;
}

function municipalityInput(code: string): MunicipalityInput {
  const municipality = municipalityOf(code);
  if (!municipality) throw new RangeError(`unknown municipality ${code}`);
  const { name, fullName, slug } = municipality;
  return {
    code,
    contact: {
      name: `Undersøgelsen, ${fullName}`,
      email: `undersoegelse-${slug}@example.dk`,
      phone: phoneOf(municipality),
    },
    controller: `${fullName}, Rådhuset, 0000 ${name}, CVR-nr. 00 00 00 00 (opdigtet)`,
    dpo: `Databeskyttelsesrådgiveren i ${fullName}, dpo-${slug}@example.dk`,
    ...OWN[code],
  };
}

/** `67 00 07 51`: a number that is not in use. */
const phoneOf = ({ code }: Municipality): string => `67 00 ${code.slice(0, 2)} ${code.slice(2)}`;
