/**
 * Every word of the results pages in Danish. Numbers come in already formatted. »Landet« is never said: the municipalities
 * that take part are called that.
 */
import { NO_INTERVIEW } from "../bands.ts";
import type { IndexId } from "../indexes.ts";
import type { Verdict } from "../presentation/compare.ts";
import type { ClosedItemId, ThemeId } from "../questionnaire.ts";
import type { Breakdown, Cell } from "../results.ts";

/** The usual name of the place, where no municipality has its own. */
export const JOBCENTRE = "jobcentret";

export const nav = {
  label: "Resultater",
  breadcrumb: "Du er her",
  contents: "Indhold",
  method: "Metode",
  all: "Alle deltagende kommuner",
} as const;

/** What an item is about, in a few words: for tables and charts. */
export const shortItems: Record<ClosedItemId, string> = {
  q1: "Mødt med tillid",
  q2: "Udgangspunkt i individuel situation",
  q3: "Lyttet til ideer og forslag",
  q4: "Klart mål for forløbet",
  q5: "Aktiviteterne giver mening",
  q6: "Fagpersoner arbejder sammen",
  q7: "Formålet med samtalen var klart",
  q8: "Sagsbehandler var velforberedt",
  q9: "Aftalte, hvad der skulle ske",
  q10: "Fik den nødvendige vejledning",
  q11: "Konkrete jobmuligheder",
  q12: "Tættere på job eller uddannelse",
  q13: "Samlet tilfredshed",
};

/** The indexes over the items of a theme, and the one over the themes. */
export const indexNames: Record<IndexId, string> = {
  dignity: "Værdighed",
  relevance: "Relevans",
  competence: "Kompetence",
  progression: "Progression og resultater",
  total: "Alle temaer",
};

export const themeNotes: Partial<Record<ThemeId, string>> = {
  competence: "Fire udsagn om borgerens seneste samtale med sin sagsbehandler.",
};

export const breakdowns: Record<Breakdown, string> = {
  sex: "Køn",
  age_band: "Alder",
  duration_band: "Tid på nuværende ydelse",
  interview_band: "Tid siden seneste samtale",
  finished: "Forløb",
};

export const notices = {
  uncertain: (name: string, answers: string) =>
    `Usikre tal: Kun ${answers} borgere i ${name} har svaret. Forskelle kan være tilfældige. Læs tallene sammen med deres usikkerhed.`,
  withheldTitle: (name: string) => `Resultaterne for ${name} vises ikke`,
  withheld: (name: string) =>
    `Så få borgere i ${name} har svaret, at tallene kunne røbe, hvad enkelte personer har svaret. Derfor er alle tal for kommunen skjult. Svarene tæller med i tallene for alle deltagende kommuner.`,
  unanswered: (name: string) => `Ingen borgere i ${name} har svaret.`,
} as const;

export const cells = {
  withheld: "Skjult",
  missing: "Ingen svar",
  notAsked: "Ikke spurgt",
  uncertain: "usikkert",
} as const;

/** Why a cell has no number. */
export function absence(cell: Exclude<Cell, { status: "published" }>): string {
  if (cell.status === "missing") return "Ingen har svaret";
  if (cell.status === "notAsked") return "Der er ikke spurgt om dette";
  return cell.reason === "primary"
    ? "Skjult, fordi så få har svaret, at enkelte kunne genkendes"
    : "Skjult, fordi tallet kunne røbe et andet skjult tal";
}

export const withheldNote = (threshold: string): string =>
  `»Skjult« betyder, at tallet ikke vises, så ingen kan genkendes: Færre end ${threshold} har svaret (grænsen er højere, hvor alle borgere er spurgt), næsten alle i en lille gruppe har svaret ens, eller tallet kunne røbe et andet skjult tal. Det kan være både højt og lavt.`;

export const uncertainNote = "»Usikkert« betyder, at tallet bygger på få svar eller har et bredt interval.";

export const overview = {
  title: "Resultater",
  heading: "Resultater for alle deltagende kommuner",
  description: (title: string, period: string, municipalities: string) =>
    `${title}: Hvor tilfredse er borgerne i ${municipalities} kommuner? Tal med usikkerhed, ${period}.`,
  lead: (period: string, municipalities: string, closes: string) =>
    `Borgere i ${municipalities} kommuner har svaret på spørgsmål om deres forløb i jobcentret. De var ledige eller sygemeldte i ${period}. Svarene er samlet ind til og med ${closes}.`,
} as const;

export const figures = {
  satisfied: "er tilfredse eller meget tilfredse med deres forløb",
  mean: "i gennemsnit på en skala fra 0 (værst) til 100 (bedst)",
  answers: "har svaret",
  rate: "af de inviterede har svaret",
  interval: (text: string) => `(${text})`,
} as const;

export const municipalities = {
  heading: "Kommunerne",
  caption: "Antal svar, svarprocent og samlet tilfredshed i hver kommune",
  note: "Kommunerne står i alfabetisk rækkefølge. I parentes står 95 %-konfidensintervallet.",
  name: "Kommune",
  answers: "Svar",
  rate: "Svarprocent",
  satisfied: "Tilfredse",
  mean: "Gennemsnit",
  chartTitle: "Samlet tilfredshed i kommunerne",
  chartSubtitle:
    "Andel tilfredse og meget tilfredse i procent, med 95 %-konfidensinterval. Den lodrette stribe er alle deltagende kommuner under ét. Rækkefølgen er ingen rangliste: Hvor stregerne overlapper, er forskellen usikker.",
} as const;

/** A value of a background variable: a sex, a band (survey/bands.ts), a status. */
export function breakdownValue(variable: Breakdown, value: string): string {
  const band = /^(under-)?(\d+)(-?)(\d*)$/.exec(value);
  if (variable === "sex" || variable === "finished" || !band) return named[variable]?.[value] ?? value;
  const [, under, from = "", dash, to] = band;
  const [one, many] = units[variable];
  if (under) return `Under ${from} ${from === "1" ? one : many}`;
  if (to) return `${from}–${to} ${many}`;
  return dash ? `${from} ${many} og derover` : `${from} ${from === "1" ? one : many}`;
}

const named: Partial<Record<Breakdown, Readonly<Record<string, string>>>> = {
  sex: { f: "Kvinder", m: "Mænd" },
  interview_band: { [NO_INTERVIEW]: "Ingen samtale" },
  finished: { "0": "Modtager stadig ydelsen", "1": "Har forladt ydelsen" },
};

const units: Record<Exclude<Breakdown, "sex" | "finished">, readonly [one: string, many: string]> = {
  age_band: ["år", "år"],
  duration_band: ["uge", "uger"],
  interview_band: ["måned", "måneder"],
};

/** What the comparison of the municipalities with all of them shows. */
export function municipalitiesFinding(higher: number, lower: number, compared: number): string {
  if (compared === 0) return "Ingen kommune kan sammenlignes med de deltagende kommuner under ét.";
  const of = `Af de ${compared} kommuner, der kan vises, ligger`;
  if (higher + lower === 0) return `${of} ingen klart over eller under alle deltagende kommuner under ét.`;
  const rest = higher + lower < compared ? " For resten er forskellen ikke sikker." : "";
  return `${of} ${higher || "ingen"} klart over og ${lower || "ingen"} klart under alle deltagende kommuner under ét.${rest}`;
}

export const items = {
  heading: "Spørgsmålene",
  note: "Søjlerne viser vægtede tal i procent: negative svar til venstre, positive til højre, det midterste svar delt af nulpunktet. »Ved ikke« er ikke med i søjlen.",
  positive: (share: string) => `${share} positive`,
  answers: (n: string) => `${n} svar`,
  dontKnow: (share: string) => `ved ikke ${share}`,
  compared: (verdict: Verdict, share: string) =>
    verdict === "notComparable"
      ? `alle deltagende ${share}`
      : `${verdicts[verdict]} ${verdict === "notDifferent" ? "fra" : "end"} alle deltagende (${share})`,
} as const;

export const verdicts: Record<Verdict, string> = {
  higher: "klart højere",
  lower: "klart lavere",
  notDifferent: "ikke sikkert forskellig",
  notComparable: "kan ikke sammenlignes",
};

export const itemTable = {
  heading: "Alle tal i tabeller",
  caption: "Vægtede resultater for hvert spørgsmål",
  note: "Positive svar er de to bedste svar. Gennemsnittet går fra 0 (alle gav det dårligste svar) til 100 (alle gav det bedste). I parentes står 95 %-konfidensintervallet.",
  item: "Spørgsmål",
  answers: "Svar",
  positive: "Positive svar",
  mean: "Gennemsnit",
  reference: "Alle deltagende",
  verdict: "Kommunen er",
} as const;

export const distributionTable = {
  caption: "Fordelingen af svar i procent, og de uvægtede tal",
  note: "»Bedste svar« er »I meget høj grad«, »Meget enig« eller »Meget tilfreds«. »Ved ikke« er andelen af alle, der tog stilling; de fem andre svar giver tilsammen 100 %, bortset fra afrunding.",
  codes: ["Bedste svar", "Næstbedste", "Midterste", "Næstdårligste", "Dårligste svar"],
  dontKnow: "Ved ikke",
  unweightedPositive: "Uvægtet: positive svar",
  unweightedMean: "Uvægtet: gennemsnit",
} as const;

export const groups = {
  heading: "Målgrupperne",
  note: "Så tilfredse er borgerne i hver målgruppe samlet set med deres forløb.",
  caption: "Positive svar i hver målgruppe, vægtet, med 95 %-konfidensinterval og antal svar",
} as const;

export const background = {
  heading: "Køn, alder og forløb",
  caption: "Samlet tilfredshed efter borgernes baggrund, vægtet, med 95 %-konfidensinterval",
  note: "Grupperne er brede, så ingen kan genkendes. Forskelle mellem grupperne kan have andre årsager end baggrunden.",
  group: "Gruppe",
  answers: "Svar",
  satisfied: "Tilfredse",
  mean: "Gennemsnit",
} as const;

type Range = readonly [low: string, high: string];
const from = (range: Range | null): string => (range ? ` (fra ${range[0]} til ${range[1]})` : "");

export const municipality = {
  title: (fullName: string) => `Resultater for ${fullName}`,
  description: (fullName: string, term: string, period: string) =>
    `Hvor tilfredse er ledige og sygemeldte borgere i ${fullName} med deres forløb i ${term}? Tal med usikkerhed, ${period}.`,
  satisfiedHeading: "Hvor tilfredse er borgerne?",
  uncertainty: (low: string, high: string) => `Den statistiske usikkerhed går fra ${low} til ${high}.`,
  answered: (answers: string, rate: string) => `${answers} har svaret. Det er ${rate} af de inviterede.`,
  mean: (mean: string, range: Range | null) =>
    `På en skala fra 0 til 100 er gennemsnittet ${mean}${from(range)}.`,
  comparedHeading: "Sammenlignet med de deltagende kommuner",
  reference: (share: string, range: Range | null) =>
    `I de deltagende kommuner under ét er ${share} tilfredse${from(range)}.`,
  alone: "Kun én kommune deltager, så der er ingen at sammenligne med.",
  standoutsHeading: "Hvad skiller sig ud?",
  above: "Klart flere positive svar end i de deltagende kommuner:",
  below: "Klart færre positive svar end i de deltagende kommuner:",
  others: (n: number) => (n === 1 ? "og 1 spørgsmål mere" : `og ${n} spørgsmål mere`),
  standout: (item: string, share: string, reference: string) => `${item}: ${share} mod ${reference}`,
  none: (compared: string) =>
    `Ingen af de ${compared} spørgsmål, der kan sammenlignes, skiller sig sikkert ud fra de deltagende kommuner.`,
  rule: "En forskel nævnes kun, når den er sikker på 95 %-niveau for alle spørgsmål under ét.",
  itemsHeading: "Kommunen og de deltagende kommuner",
  itemsChartTitle: "Andel positive svar på hvert spørgsmål",
  itemsChartSubtitle:
    "I procent, med 95 %-konfidensinterval. Det lodrette mærke i det grå felt er alle deltagende kommuner under ét.",
  itemsFinding: (higher: number, lower: number, compared: number) =>
    higher + lower === 0
      ? `Ved ingen af de ${compared} spørgsmål er der en sikker forskel fra alle deltagende kommuner.`
      : `Ved ${higher || "ingen"} af ${compared} spørgsmål er andelen klart højere end i alle deltagende kommuner, ved ${lower || "ingen"} klart lavere.`,
  methodHeading: "Sådan er tallene lavet",
} as const;

/** The parts of a results page: id and name. */
export const contents = [
  ["kommuner", municipalities.heading],
  ["spoergsmaal", items.heading],
  ["tabeller", itemTable.heading],
  ["maalgrupper", groups.heading],
  ["baggrund", background.heading],
] as const;

export const charts = {
  uncertain: "Hule prikker er usikre tal.",
  fallback: "De samme tal står i tabellen.",
} as const;

/** How the overall satisfaction stands to that of all municipalities. */
export const comparedSentence: Record<Verdict, string> = {
  higher: "Tilfredsheden er klart højere end i de deltagende kommuner.",
  lower: "Tilfredsheden er klart lavere end i de deltagende kommuner.",
  notDifferent: "Tilfredsheden er ikke sikkert forskellig fra de deltagende kommuner.",
  notComparable: "Tilfredsheden kan ikke sammenlignes, fordi et af tallene ikke vises.",
};

/** The best and the weakest item, when their intervals are clear of each other. */
export const extremesSentence = (
  best: string,
  bestShare: string,
  weakest: string,
  weakestShare: string,
): string => `Flest positive svar får »${best}« (${bestShare}), færrest får »${weakest}« (${weakestShare}).`;

export const methodBox = {
  population: "Borgere i målgrupperne",
  invited: "Inviterede",
  answers: "Svar",
  rate: "Svarprocent",
  designEffect: "Designeffekt (Kish)",
  effective: "Effektivt antal svar",
  census: "Alle borgere i målgrupperne er inviteret. Usikkerheden skyldes, at ikke alle har svaret.",
  sample: "Et tilfældigt udvalg af borgerne i målgrupperne er inviteret.",
  collapsed: (names: string) =>
    `I vægtningen er disse målgrupper lagt sammen, fordi for få har svaret: ${names}.`,
  weights: "Tallene er vægtet, så hver målgruppe fylder det samme som blandt alle borgere i målgrupperne.",
  more: "Læs hele metoden",
} as const;

/** The method page: a heading and its paragraphs. */
export const method = {
  title: "Sådan er undersøgelsen lavet",
  description:
    "Hvem der er spurgt, hvordan tallene er vægtet, hvor usikre de er, og hvorfor nogle tal er skjult.",
  /** `threshold` is known when there are results. */
  sections: (threshold: string | null): readonly (readonly [heading: string, ...paragraphs: string[]])[] => [
    [
      "Hvem er spurgt?",
      "Kommunerne har givet oplysninger om alle ledige og sygemeldte borgere i kvartalet. Borgerne er delt i fire målgrupper: dagpenge (mindst 12 måneders ledighed), aktivitetsparate, sygedagpenge og jobparate (alle tre mindst 8 uger på ydelsen). Reglerne er de samme i alle kommuner.",
      "I store kommuner er et tilfældigt udvalg af borgerne inviteret. I små kommuner er alle inviteret. Små kommuner og målgrupper, hvor færre plejer at svare, fylder mere blandt de inviterede end blandt borgerne. Det retter vægtningen op på.",
    ],
    [
      "Hvordan er de spurgt?",
      "Borgerne har fået et personligt link med Digital Post, brev eller SMS, og de, der ikke svarede, har fået påmindelser. Det er frivilligt at svare, og ingen spørgsmål skal besvares. Et svar tæller med, når mindst 7 af de 13 spørgsmål er besvaret.",
      "Svarene er fortrolige, ikke anonyme. De bliver krypteret, og ingen i kommunen ser dem nogensinde.",
    ],
    [
      "Hvad viser tallene?",
      "Andelen af positive svar er andelen, der har valgt et af de to bedste svar, for eksempel »Meget tilfreds« eller »Tilfreds«. Gennemsnittet går fra 0 (alle gav det dårligste svar) til 100 (alle gav det bedste).",
      "»Ved ikke« regnes ikke med i andele og gennemsnit, men vises for sig. Andele er afrundet til hele procent, så summer kan afvige lidt fra 100. »Alle deltagende kommuner« er de kommuner, der har været med i denne runde, ikke hele landet. Hver borger i målgrupperne tæller lige meget, så store kommuner fylder mest.",
    ],
    [
      "Hvordan er tallene vægtet?",
      "Inden for hver kommune er svarene vægtet, så de fire målgrupper fylder det samme som blandt alle borgere i målgrupperne (efterstratificering). Har færre end 5 i en målgruppe svaret, er den lagt sammen med en anden målgruppe i samme kommune. De uvægtede tal står ved siden af i tabellerne.",
      "Vægtningen retter ikke op på alt: De, der har svaret, kan være anderledes tilfredse end de, der ikke har.",
    ],
    [
      "Hvor sikre er tallene?",
      "Kun nogle af borgerne har svaret. Derfor har hvert tal et 95 %-konfidensinterval: Hvis man lavede undersøgelsen mange gange, ville intervallet indeholde det rigtige tal cirka 95 ud af 100 gange.",
      "Vi kalder kun to tal forskellige, når forskellen er sikker på 95 %-niveau. Vi regner på selve forskellen: Kommunen er en del af alle kommuner, og det tager vi højde for. Vi ser på 13 spørgsmål på én gang. Derfor stiller vi større krav til hvert enkelt (Holms metode), så et spørgsmål sjældent skiller sig ud ved et tilfælde.",
      "Kommuner med få svar (normalt under 200) er mærket som usikre, og det er andre tal også, når de bygger på under 30 effektive svar, eller når intervallet er 30 procentpoint eller bredere.",
      "For fagfolk: Intervaller for andele er Korn og Graubards (Clopper-Pearson med effektivt antal svar), intervaller for gennemsnit er t-intervaller. Variansen er den stratificerede med kommune og målgruppe som strata og endelighedskorrektion med antallet af svar, fordi bortfaldet er en ekstra fase i udvælgelsen.",
    ],
    [
      "Hvorfor er nogle tal skjult?",
      `Ingen må kunne se, hvad en bestemt borger har svaret. Derfor er et tal skjult, når ${threshold === null ? "for få" : `færre end ${threshold}`} har svaret, og når de få borgere uden for en gruppe kunne findes ved at trække fra. I kommuner, hvor alle er inviteret, er grænsen højere.`,
      "Et tal er også skjult, når under 30 har svaret, og alle eller alle på nær én har svaret det samme. Ellers ville man vide, hvad hver enkelt havde svaret.",
      "Et skjult tal er ikke nul. »Ingen svar« betyder, at ingen har svaret, og »Ikke spurgt«, at spørgsmålet ikke var med.",
    ],
  ],
  responseHeading: "Svar i hver kommune",
  responseCaption: "Borgere, inviterede, svar og vægtenes betydning i hver kommune",
  responseNote:
    "Designeffekten (Kish) viser, hvor meget vægtene øger usikkerheden; 1 er ingenting. Det effektive antal svar er antallet af svar delt med designeffekten.",
  all: "alle inviteret",
} as const;

export const pending = {
  heading: (name: string | null) => (name ? `Resultater for ${name}` : "Resultaterne er på vej"),
  when: (first: string, final: string) =>
    `De første resultater kommer her senest ${first}. Den endelige rapport kommer senest ${final}.`,
  field: (opens: string, closes: string) => `Borgerne kan svare fra ${opens} til og med ${closes}.`,
  absent: (name: string) => `${name} indgår ikke i de resultater, der er offentliggjort.`,
  description: "Her kommer resultaterne af undersøgelsen.",
} as const;
