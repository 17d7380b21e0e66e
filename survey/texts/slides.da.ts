/** The words of a municipality's slides in Danish, beyond what the report and the pages say too. */
export const slides = {
  subtitle: (period: string) => `Resultater for ${period}`,
  byline: "Tallene er vægtet og vist med deres usikkerhed.",
  source: (title: string, period: string) => `Kilde: ${title}, ${period}`,
  satisfied: {
    title: "Hvor tilfredse er borgerne?",
    chart: "Svar i procent",
    note: "Andelen er de to bedste svar. »Ved ikke« er ikke med. Intervallet siger, hvor tallet med 95 % sikkerhed ligger, når usikkerheden regnes med.",
  },
  comparison: {
    title: "Sammenlignet med andre og med sidst",
    chart: "Gennemsnit i hvert tema, fra 0 (værst) til 100 (bedst)",
    note: "Et tema er gennemsnittet af den enkeltes svar på temaets spørgsmål. Søjlerne viser ikke usikkerheden. Den står i rapporten.",
  },
  standing: {
    title: "Hvad skiller sig ud?",
    note: "Et spørgsmål nævnes kun, når forskellen er sikker på 95 %-niveau for alle spørgsmål under ét. Ellers kan den være tilfældig.",
  },
  answers: {
    title: "Svarene på alle spørgsmål",
    chart: "Svar i procent, vægtet. »Ved ikke« er ikke med.",
    series: ["Bedste svar", "Næstbedste", "Midterste", "Næstdårligste", "Dårligste svar"],
    note: "Bedste svar er »I meget høj grad«, »Meget enig« eller »Meget tilfreds«. Søjlerne går fra de dårligste svar til venstre til de bedste til højre.",
  },
  items: {
    title: "Spørgsmål for spørgsmål",
    chart: "Andel positive svar i procent",
    note: "Forskelle er kun nævnt som sikre, når de er det på 95 %-niveau for alle spørgsmål under ét. Lav ikke en rangliste.",
  },
  groups: {
    title: "Målgrupperne",
    chart: "Andel tilfredse og meget tilfredse i procent",
    star: "* usikkert tal: bygger på få svar eller har et bredt interval.",
    nothing: "Ingen tal for målgrupperne i kommunen kan vises.",
    note: "Målgrupperne har få svar. Derfor er usikkerheden stor. Tal, der kunne røbe enkelte borgere, er skjult. Et skjult tal er ikke nul.",
    answers: (name: string, share: string, n: string) => `${name}: ${share}, ${n} svar`,
    absent: (name: string, word: string) => `${name}: ${word}`,
  },
  response: {
    title: "Hvem har svaret?",
    note: "De, der har svaret, kan være mere eller mindre tilfredse end de, der ikke har. Vægtningen retter op på målgrupperne, ikke på alt.",
  },
  use: {
    title: "Sådan bruger I tallene",
    note: "Hele rapporten har alle tal, intervaller og metoden. Tallene kan også hentes som Excel, CSV og JSON.",
  },
  nothing: { title: "Hvorfor vises der ingen tal?" },
} as const;
