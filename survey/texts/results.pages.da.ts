/** The words around the figures on the results pages, in Danish. Numbers come in already formatted. */
import type { Verdict } from "../presentation/compare.ts";

export const verdictsDa: Record<Verdict, string> = {
  higher: "sikkert højere",
  lower: "sikkert lavere",
  notDifferent: "ikke sikkert forskellig",
  notComparable: "kan ikke sammenlignes",
};

export const pagesDa = {
  nav: {
    results: "Resultater",
    breadcrumb: "Du er her",
    contents: "På denne side",
    sections: "Resultater",
    themes: "Temaer",
    targetGroups: "Målgrupper",
    compare: "Sammenlign",
    method: "Metode",
    downloads: "Hent tal",
  },
  of: (period: string) => `Resultater fra ${period}`,
  withheldNote: (under: string) =>
    `»Skjult« betyder, at tallet ikke vises, så ingen kan genkendes: ${under} har svaret (grænsen er højere, hvor alle borgere er spurgt), næsten alle i en lille gruppe har svaret ens, eller tallet kunne røbe et andet skjult tal. Det kan være både højt og lavt.`,
  uncertainNote: "»Usikkert« betyder, at tallet bygger på få svar eller har et bredt interval.",
  intervalNote: "I parentes står 95 %-konfidensintervallet.",
  overview: {
    title: "Resultater",
    heading: (country: boolean) =>
      country ? "Resultater for hele landet" : "Resultater for alle deltagende kommuner",
    description: (title: string, period: string, municipalities: string) =>
      `${title}: Hvor tilfredse er borgerne i ${municipalities} kommuner? Tal med usikkerhed, ${period}.`,
    lead: (period: string, municipalities: string, closes: string) =>
      `Borgere i ${municipalities} kommuner har svaret på spørgsmål om deres forløb i jobcentret. De var ledige eller sygemeldte i ${period}. Svarene er samlet ind til og med ${closes}.`,
  },
  figures: {
    satisfied: "er tilfredse eller meget tilfredse",
    mean: "i gennemsnit, fra 0 (værst) til 100 (bedst)",
    answers: "har svaret",
    rate: "af de inviterede har svaret",
  },
  municipalities: {
    heading: "Kommunerne",
    caption: "Antal svar, svarprocent og samlet tilfredshed i hver kommune",
    note: "Kommunerne står i alfabetisk rækkefølge.",
    name: "Kommune",
    answers: "Svar",
    rate: "Svarprocent",
    satisfied: "Tilfredse",
    mean: "Gennemsnit",
  },
  items: {
    heading: "Spørgsmålene",
    note: "Søjlerne viser vægtede tal i procent: negative svar til venstre, positive til højre, det midterste svar delt af nulpunktet. »Ved ikke« er ikke med i søjlen.",
    positive: (share: string) => `${share} positive`,
    answers: (n: string) => `${n} svar`,
    dontKnow: (share: string) => `ved ikke ${share}`,
    /** How an item stands to everybody together: `from` and `than` name them. */
    compared: (verdict: Verdict, share: string, from: string, than: string) => {
      if (verdict === "notComparable") return `alle under ét: ${share}`;
      return verdict === "notDifferent"
        ? `ikke sikkert forskellig ${from} (${share})`
        : `${verdictsDa[verdict]} ${than} (${share})`;
    },
  },
  verdicts: verdictsDa,
  itemTable: {
    heading: "Alle tal i tabeller",
    caption: "Vægtede resultater for hvert spørgsmål",
    note: "Positive svar er de to bedste svar. Gennemsnittet går fra 0 (alle gav det dårligste svar) til 100 (alle gav det bedste).",
    item: "Spørgsmål",
    answers: "Svar",
    positive: "Positive svar",
    mean: "Gennemsnit",
    verdict: "Forskel",
    index: (theme: string) => `Hele temaet ${theme}`,
  },
  distributionTable: {
    caption: "Fordelingen af svar i procent, og de uvægtede tal",
    note: "»Bedste svar« er »I meget høj grad«, »Meget enig« eller »Meget tilfreds«. »Ved ikke« er andelen af alle, der tog stilling. De fem andre svar giver tilsammen 100 %, bortset fra afrunding.",
    codes: ["Bedste svar", "Næstbedste", "Midterste", "Næstdårligste", "Dårligste svar"],
    dontKnow: "Ved ikke",
    unweightedPositive: "Uvægtet: positive svar",
    unweightedMean: "Uvægtet: gennemsnit",
  },
  themes: {
    heading: "Temaerne",
    description: (period: string) => `Undersøgelsens temaer side om side, ${period}. Tal med usikkerhed.`,
    lead: "De 13 spørgsmål hører til fem temaer. Her står de side om side for alle under ét.",
    caption: "Temaerne under ét, vægtet",
    theme: "Tema",
  },
  groups: {
    heading: "Målgrupperne",
    description: (period: string) => `De fire målgrupper side om side, ${period}. Tal med usikkerhed.`,
    lead: "Borgerne hører til fire målgrupper. Reglerne er de samme i alle kommuner.",
    satisfaction: "Samlet tilfredshed",
    note: "Så tilfredse er borgerne i hver målgruppe samlet set med deres forløb.",
    caption: "Positive svar i hver målgruppe, vægtet, med antal svar",
  },
  background: {
    heading: "Køn, alder og forløb",
    caption: "Samlet tilfredshed efter borgernes baggrund, vægtet",
    note: "Grupperne er brede, så ingen kan genkendes. Forskelle mellem grupperne kan have andre årsager end baggrunden.",
    group: "Gruppe",
    answers: "Svar",
    satisfied: "Tilfredse",
    mean: "Gennemsnit",
  },
  municipality: {
    title: (fullName: string) => `Resultater for ${fullName}`,
    description: (fullName: string, term: string, period: string) =>
      `Hvor tilfredse er ledige og sygemeldte borgere i ${fullName} med deres forløb i ${term}? Tal med usikkerhed, ${period}.`,
    itemsHeading: "Kommunen og de andre",
    methodHeading: "Sådan er tallene lavet",
  },
  theme: {
    title: (theme: string) => `Tema: ${theme}`,
    description: (theme: string, period: string) =>
      `Resultater for temaet ${theme}, ${period}. Tal med usikkerhed.`,
    index: (mean: string, limits: string | null) =>
      `Alle under ét får ${mean} af 100${limits === null ? "" : ` (${limits})`}.`,
    indexNote:
      "Temaets tal er gennemsnittet af den enkeltes svar på temaets spørgsmål, fra 0 (værst) til 100 (bedst).",
    questions: "Temaets spørgsmål",
    byGroup: "Positive svar i hver målgruppe",
    byMunicipality: "Temaet i kommunerne",
    municipalityCaption: (theme: string) => `${theme} i hver kommune`,
    satisfactionCaption: "Samlet tilfredshed i hver kommune",
  },
  group: {
    title: (group: string) => `Målgruppe: ${group}`,
    description: (group: string, period: string) =>
      `Hvor tilfredse er borgerne i målgruppen ${group}? Tal med usikkerhed, ${period}.`,
    itemsHeading: "Spørgsmålene i målgruppen",
    municipalitiesHeading: "Målgruppen i kommunerne",
    municipalitiesCaption: (group: string) => `Samlet tilfredshed i målgruppen ${group} i hver kommune`,
  },
  downloads: {
    heading: "Hent tallene",
    description: "Alle resultater som filer til Excel og til andre programmer, med forklaring på hvert tal.",
    lead: "Filerne har de samme tal som siderne. Det, der er skjult på siderne, står heller ikke i dem.",
    round: (period: string) => `Tal fra ${period}`,
    caption: "Filer",
    file: "Fil",
    about: "Hvad er det?",
    type: "Type",
    size: "Størrelse",
    licence: "Licens",
    cite: "Sådan kan du henvise til tallene",
    citation: (title: string, period: string, address: string) => `${title}, ${period}. ${address}`,
  },
  methodBox: {
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
    allInvited: "alle inviteret",
  },
  response: {
    heading: "Svar i hver kommune",
    caption: "Borgere, inviterede, svar og vægtenes betydning i hver kommune",
    note: "Designeffekten (Kish) viser, hvor meget vægtene øger usikkerheden; 1 er ingenting. Det effektive antal svar er antallet af svar delt med designeffekten.",
  },
  pending: {
    heading: "Resultaterne er på vej",
    municipalityHeading: (fullName: string) => `Resultater for ${fullName}`,
    when: (first: string, final: string) =>
      `De første resultater kommer her senest ${first}. Den endelige rapport kommer senest ${final}.`,
    field: (opens: string, closes: string) => `Borgerne kan svare fra ${opens} til og med ${closes}.`,
    what: "Så kan du se, hvor tilfredse borgerne er, hvad der skiller sig ud, og hvor sikre tallene er.",
    absent: (fullName: string) => `${fullName} er ikke med i de resultater, der er offentliggjort.`,
    description: "Her kommer resultaterne af undersøgelsen.",
    method: "Læs, hvordan undersøgelsen bliver lavet",
  },
  corrections: {
    entry: (date: string) => `Rettet ${date}:`,
  },
  rounds: {
    heading: "Alle runder",
    current: "nyeste",
    earlier: (period: string) => `Du ser tal fra en tidligere runde: ${period}.`,
    newest: "Se de nyeste tal",
  },
};
