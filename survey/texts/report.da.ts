/** The words of a municipality's report and slides in Danish, beyond what the pages say too (results.*.da.ts). */
export const report = {
  about: (name: string, period: string) =>
    `Rapporten viser, hvordan ledige og sygemeldte borgere i ${name} har oplevet deres forløb. De var i målgrupperne i ${period}. Tallene er vægtet og vist med deres usikkerhed.`,
  aboutNothing: (name: string) =>
    `Rapporten fortæller, hvorfor der ikke vises tal for ${name}, hvem der er spurgt, og hvad de deltagende kommuner viser under ét.`,
  keyFigures: {
    satisfied: "er tilfredse eller meget tilfredse",
    answers: "borgere har svaret",
    rate: "af de inviterede har svaret",
    withheld: "Skjult",
  },
  collected: (closes: string) => `Svarene er samlet ind til og med ${closes}.`,
  fingerprint: (print: string) => `Lavet af de offentliggjorte resultater (results.json, SHA-256 ${print}…).`,
  short: { section: "Kort fortalt" },
  themes: {
    section: "Resultater tema for tema",
    howTo:
      "Søjlerne viser vægtede tal i procent: negative svar til venstre, positive til højre. Det midterste svar er delt af nulpunktet. »Ved ikke« er ikke med i søjlen. I parentes står 95 %-konfidensintervallet.",
    index: (mean: string, limits: string | null) =>
      `Temaets gennemsnit er ${mean}${limits === null ? "" : ` (${limits})`} på en skala fra 0 (værst) til 100 (bedst).`,
    table: (theme: string) => `${theme}: alle tal`,
    positive: (share: string) => `${share} positive`,
    answers: (n: string) => `${n} svar`,
    dontKnow: (share: string) => `ved ikke ${share}`,
    withheldDontKnow: "ved ikke: skjult",
  },
  columns: {
    item: "Spørgsmål",
    answers: "Svar",
    positive: "Positive",
    mean: "Gennemsnit",
    everybody: "Alle",
    difference: "Forskel i point",
    group: "Gruppe",
    before: "Sidst",
    change: "Ændring i point",
  },
  clearNote:
    "Forskellen er i procentpoint. Fed skrift: sikker på 95 %-niveau for alle spørgsmål under ét. * usikkert tal: bygger på få svar eller har et bredt interval.",
  comparison: {
    section: "Sammenlignet med andre og med sidst",
    changes: (period: string) => `Ændringer siden ${period}: andel positive svar`,
    changesNote: "Fed skrift: Intervallet for ændringen går ikke hen over nul.",
  },
  groups: {
    section: "Målgrupperne",
    lead: "Så tilfredse er borgerne i hver målgruppe samlet set med deres forløb.",
    table: "Samlet tilfredshed i hver målgruppe",
    items: "Andel positive svar på hvert spørgsmål i hver målgruppe",
    nothing: "Ingen tal for målgrupperne i kommunen kan vises. De er skjult, eller ingen har svaret.",
    note: "Forskellen er målgruppen i kommunen mindre samme målgruppe i alle deltagende kommuner, i procentpoint.",
  },
  background: {
    section: "Køn, alder og forløb",
    table: "Samlet tilfredshed efter borgernes baggrund",
    nothing: "Ingen af disse tal for kommunen kan vises. De er skjult, eller ingen har svaret.",
    note: "Grupperne er brede, så ingen kan genkendes. Forskelle mellem grupperne kan have andre årsager end baggrunden.",
  },
  response: {
    section: "Hvem har svaret?",
    table: "Borgere, inviterede og svar",
    what: "Det er talt",
    rows: {
      population: "Borgere i målgrupperne",
      invited: "Inviterede",
      answers: "Svar (mindst 7 af de 13 spørgsmål)",
      rate: "Svarprocent",
      designEffect: "Designeffekt (Kish)",
      effective: "Effektivt antal svar",
    },
    census: "Alle borgere i målgrupperne er inviteret. Usikkerheden skyldes, at ikke alle har svaret.",
    sample: "Et tilfældigt udvalg af borgerne i målgrupperne er inviteret.",
    weights:
      "Tallene er vægtet, så hver målgruppe fylder det samme som blandt alle borgere i målgrupperne. De, der har svaret, kan alligevel være mere eller mindre tilfredse end de, der ikke har.",
    collapsed: (names: string) =>
      `I vægtningen er disse målgrupper lagt sammen, fordi for få har svaret: ${names}.`,
    effect:
      "Designeffekten viser, hvor meget vægtene øger usikkerheden; 1 er ingenting. Det effektive antal svar er antallet af svar delt med designeffekten.",
  },
  hidden: {
    section: "Hvad er skjult, og hvorfor?",
    none: (name: string) => `Ingen tal for ${name} er skjult.`,
    counts: (shown: string, hidden: string) => `${shown} tal for kommunen kan vises, ${hidden} er skjult.`,
    primary: (n: string) => `${n}, fordi for få har svaret, eller næsten alle har svaret det samme.`,
    complementary: (n: string) => `${n}, fordi de kunne røbe et andet skjult tal.`,
    meaning:
      "Et skjult tal er ikke nul, og det kan være både højt og lavt. Det er skjult, så ingen kan se, hvad en bestemt borger har svaret.",
    table: "Skjulte tal i hver gruppe",
    where: "Borgere",
    all: "Alle borgere i kommunen",
    shownColumn: "Vist",
    hiddenColumn: "Skjult",
  },
  method: { section: "Sådan er undersøgelsen lavet" },
  use: {
    section: "Brug tallene",
    cite: "Skriv kilden sådan:",
    download: (address: string) => `Alle tal, også for de andre kommuner, kan hentes på ${address}`,
    contact: (name: string, email: string, phone: string) =>
      `Spørgsmål til undersøgelsen i kommunen: ${name}, ${email}, ${phone}.`,
    caution: [
      "Nævn altid usikkerheden, når du bruger et tal.",
      "Sammenlign kun, hvor forskellen er sikker. Lav ikke en rangliste: Hvor intervallerne overlapper, er rækkefølgen tilfældig.",
      "Tallene viser, hvad borgerne oplever, ikke hvorfor.",
    ],
  },
  nothing: {
    everybody: (name: string) => `${name} under ét`,
  },
} as const;
