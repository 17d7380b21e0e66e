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

/** The demo has been in the field for three weeks: both reminders are out, and there is a week left. */
export const DEMO_DAYS_IN = 21;

const REFERENCE_DATE: IsoDate = "2026-08-01";

type MunicipalityInput = RoundInput["municipalities"][number];

/** What a municipality of the demo has of its own. */
const OWN: Partial<Record<string, Partial<MunicipalityInput>>> = {
  "0751": { term: "Jobcenter Aarhus", announcement: "https://www.aarhus.example/undersoegelse" },
  "0329": { term: "kommunen", colour: "green" },
  "0482": { sms: "link", colour: "teal", logoText: "Langeland" },
  "0825": { sms: "link", colour: "purple" },
  "0561": {
    localQuestions: [
      {
        id: "l1",
        text: "Hvor let eller svært er det for dig at komme i kontakt med din sagsbehandler?",
        options: ["Meget let", "Let", "Hverken let eller svært", "Svært", "Meget svært"],
        translations: {
          en: {
            text: "How easy or difficult is it for you to get in touch with your caseworker?",
            options: ["Very easy", "Easy", "Neither easy nor difficult", "Difficult", "Very difficult"],
          },
        },
      },
      {
        id: "l2",
        text: "Hvad kunne gøre det lettere for dig at komme i kontakt med os?",
        translations: { en: { text: "What could make it easier for you to get in touch with us?" } },
      },
    ],
  },
};

/** The round's own texts in English. */
const ENGLISH: NonNullable<NonNullable<RoundInput["translations"]>["en"]> = {
  title: "Your experience of the employment services",
  period: "2nd quarter 2026",
  purpose:
    "To learn how citizens experience the services of their municipality, so that the municipalities can do better. The answers are used for statistics only.",
  legalBasis:
    "Article 6(1)(e) and article 9(2)(j) of the General Data Protection Regulation, and section 10 of the Danish Data Protection Act on statistical surveys.",
  processor: "Demo Analyse ApS (made up), Demovej 1, 0000 Demoby",
  recipients:
    "Only Demo Analyse ApS sees your answers. The municipality gets results for groups of citizens and never your own answers.",
  transfer:
    "No. Everything is kept in the EU. Cloudflare belongs in the USA and takes part in the EU–US Data Privacy Framework. You can get a copy of the agreement with Cloudflare from Demo Analyse ApS.",
  responsible: "Demo Analyse ApS (made up)",
  method: "We have used axe and looked at the pages in Chromium.",
  notTested: "The pages have not yet been tried by citizens who use a screen reader every day.",
};

/**
 * A complete `round.json` for the demo, open from the day before `today` or `daysIn` days before it: invitations that day,
 * reminders one and two weeks later, an extra round of text messages after three, closing after four. Addresses, phone numbers (67 is not in use in Denmark) and e-mail
 * addresses are made up.
 * @param options `today` in Copenhagen; `baseUrl` where the demo is served; `municipalities` codes, the nine by default
 */
export function demoRound(options: {
  today: IsoDate;
  baseUrl: string;
  municipalities?: readonly string[];
  daysIn?: number;
}): RoundInput {
  const opens = addDays(options.today, -(options.daysIn ?? 1));
  const closes = addDays(opens, 28);
  const round: RoundInput = {
    id: "demo-2026-2",
    title: "Din oplevelse af beskæftigelsesindsatsen",
    period: { label: "2. kvartal 2026", from: "2026-04-01", to: "2026-06-30" },
    referenceDate: REFERENCE_DATE,
    field: {
      opens,
      closes,
      waves: [opens, addDays(opens, 7), addDays(opens, 14)],
      extraSms: addDays(opens, DEMO_DAYS_IN),
    },
    deadlines: {
      agreement: "2026-07-03",
      extract: "2026-08-07",
      firstResults: addDays(closes, 7),
      finalReport: addDays(closes, 21),
    },
    baseUrl: options.baseUrl,
    languages: ["da", "en"],
    approvals: {
      da: { by: "Demo Analyse ApS (opdigtet)", on: REFERENCE_DATE },
      en: { by: "Demo Analyse ApS (opdigtet)", on: REFERENCE_DATE },
    },
    translations: { en: ENGLISH },
    municipalities: (options.municipalities ?? DEMO_MUNICIPALITIES).map(municipalityInput),
    privacy: {
      purpose:
        "At få viden om, hvordan borgere oplever indsatsen i deres kommune, så kommunerne kan gøre den bedre. Svarene bruges kun til statistik.",
      legalBasis:
        "Databeskyttelsesforordningens artikel 6, stk. 1, litra e, og artikel 9, stk. 2, litra j, samt databeskyttelseslovens § 10 om statistiske undersøgelser.",
      processor: "Demo Analyse ApS (opdigtet), Demovej 1, 0000 Demoby",
      recipients:
        "Kun Demo Analyse ApS ser dine svar. Kommunen får resultater for grupper af borgere og aldrig dine egne svar.",
      transfer:
        "Nej. Alt ligger i EU. Cloudflare hører til i USA og er med i EU's og USA's aftale om databeskyttelse (Data Privacy Framework). Du kan få en kopi af aftalen med Cloudflare hos Demo Analyse ApS.",
      deletionDate: addDays(closes, 180),
    },
    accessibility: {
      responsible: "Demo Analyse ApS (opdigtet)",
      method: "Vi har brugt axe og set på siderne i Chromium.",
      preparedOn: REFERENCE_DATE,
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
