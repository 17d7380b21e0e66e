/**
 * The sentences that say what the results show, in Danish. Numbers and names come in ready to be read. »Landet« is said only
 * when all municipalities take part ({@link labelsDa}.whole), and nothing is claimed that its interval does not bear.
 */
/** Items with the same share. */
type Tied = { readonly items: readonly string[]; readonly share: string };

const quoted = (item: string): string => `»${item}«`;
const list = new Intl.ListFormat("da");
const quotedAll = (items: readonly string[]): string => list.format(items.map(quoted));

export const findingsDa = {
  caution: (name: string, answers: string) =>
    `Usikre tal: Kun ${answers} borgere i ${name} har svaret. Læs tallene sammen med usikkerheden.`,
  nothing: {
    heading: (name: string) => `Resultaterne for ${name} vises ikke`,
    primary: (name: string) =>
      `Så få borgere i ${name} har svaret, at tallene kunne røbe, hvad den enkelte har svaret. Derfor er alle tal for kommunen skjult. Svarene tæller med i tallene for alle deltagende kommuner.`,
    complementary: (name: string) =>
      `Tallene for ${name} kunne røbe, hvad enkelte borgere i en anden kommune har svaret. Derfor er alle tal for kommunen skjult. Svarene tæller med i tallene for alle deltagende kommuner.`,
    none: (name: string) => `Ingen borgere i ${name} har svaret.`,
    notAsked: (name: string) => `Borgerne i ${name} har ikke fået disse spørgsmål.`,
  },
  /** Why a cell has no number. */
  absence: {
    primary: "Tallet er skjult, fordi så få har svaret, at enkelte kunne genkendes.",
    complementary: "Tallet er skjult, fordi det kunne røbe et andet skjult tal.",
    none: "Ingen har svaret på spørgsmålet.",
    notAsked: "Der er ikke spurgt om dette.",
  },
  satisfaction: {
    heading: "Hvor tilfredse er borgerne?",
    text: "er tilfredse eller meget tilfredse med deres forløb",
    interval: (low: string, high: string) => `Usikkerheden går fra ${low} til ${high}.`,
    noInterval: "Usikkerheden kan ikke beregnes.",
    mean: (mean: string, limits: string | null) =>
      `På en skala fra 0 til 100 er gennemsnittet ${mean}${limits === null ? "" : ` (${limits})`}.`,
    uncertain: "Tallet er usikkert, for det bygger på få svar.",
    base: (answers: string, rate: string) => `${answers} har svaret. Det er ${rate} af de inviterede.`,
  },
  comparison: {
    heading: "Sammenlignet med andre og med sidst",
    alone: "Kun én kommune er med, så der er ingen at sammenligne med.",
    higher: (than: string, other: string) => `Tilfredsheden er højere ${than} (${other}).`,
    lower: (than: string, other: string) => `Tilfredsheden er lavere ${than} (${other}).`,
    notDifferent: (from: string, other: string) =>
      `Tilfredsheden er ikke forskellig ${from} (${other}), når usikkerheden regnes med.`,
    /** The interval of the difference is clear of zero, but not when all items are tested together. */
    perhapsHigher: (than: string, other: string) =>
      `Tilfredsheden ser højere ud ${than} (${other}), men forskellen er ikke sikker.`,
    perhapsLower: (than: string, other: string) =>
      `Tilfredsheden ser lavere ud ${than} (${other}), men forskellen er ikke sikker.`,
    undefined: (from: string) =>
      `Om tilfredsheden er forskellig ${from}, kan ikke afgøres, for usikkerheden kan ikke beregnes.`,
    absentHere: "Der er intet tal for tilfredsheden at sammenligne.",
    absentThere: (inside: string) =>
      `Tallet for tilfredsheden ${inside} vises ikke, så der er intet at sammenligne med.`,
    difference: (low: string, high: string) => `Forskellen ligger mellem ${low} og ${high} procentpoint.`,
    perhaps: "Den kan være et tilfælde, når 13 spørgsmål ses på én gang.",
  },
  change: {
    noEarlier: "Der er ingen tidligere måling.",
    up: (period: string, points: string) => `Siden ${period} er andelen af tilfredse steget med ${points}.`,
    down: (period: string, points: string) => `Siden ${period} er andelen af tilfredse faldet med ${points}.`,
    same: (period: string) => `Tilfredsheden er ikke forskellig fra ${period}, når usikkerheden regnes med.`,
    undefined: (period: string) =>
      `Om tilfredsheden har ændret sig siden ${period}, kan ikke afgøres, for usikkerheden kan ikke beregnes.`,
    notComparable: (period: string) =>
      `Spørgsmålet om tilfredshed er ændret siden ${period}, så svarene kan ikke sammenlignes.`,
    otherMunicipalities: (period: string) =>
      `Det er ikke de samme kommuner som i ${period}, så tallene kan ikke sammenlignes.`,
    absent: (period: string) => `Der er intet tal fra ${period} at sammenligne med.`,
    interval: (low: string, high: string) => `Ændringen ligger mellem ${low} og ${high} procentpoint.`,
  },
  standouts: {
    heading: "Hvad skiller sig ud?",
    both: (with_: string, best: string, weakest: string) =>
      `Sammenlignet med ${with_} står ${quoted(best)} stærkest og ${quoted(weakest)} svagest.`,
    higher: (with_: string, best: string) =>
      `Sammenlignet med ${with_} står ${quoted(best)} stærkest. Intet spørgsmål ligger sikkert lavere.`,
    lower: (with_: string, weakest: string) =>
      `Sammenlignet med ${with_} står ${quoted(weakest)} svagest. Intet spørgsmål ligger sikkert højere.`,
    none: (from: string) => `Ingen af de andre spørgsmål skiller sig sikkert ud ${from}.`,
    noneOf: (compared: string, from: string) =>
      `Ingen af de ${compared} andre spørgsmål, der kan sammenlignes, skiller sig sikkert ud ${from}.`,
    notTheOne: (from: string) =>
      `Kun ét af de andre spørgsmål kan sammenlignes. Det skiller sig ikke sikkert ud ${from}.`,
    nothingToCompare: "Ingen af de andre spørgsmål kan sammenlignes.",
    above: (than: string) => `Sikkert flere positive svar ${than}:`,
    below: (than: string) => `Sikkert færre positive svar ${than}:`,
    entry: (item: string, share: string, other: string) => `${item}: ${share}\u00a0mod\u00a0${other}`,
    more: (n: number) => (n === 1 ? "og 1 spørgsmål mere" : `og ${n} spørgsmål mere`),
    extremes: (best: Tied, weakest: Tied) =>
      `Flest positive svar får ${quotedAll(best.items)} (${best.share}), færrest får ${quotedAll(weakest.items)} (${weakest.share}).`,
    noExtremes: "Intet spørgsmål får sikkert flere positive svar end de andre.",
    rule: "En forskel nævnes kun, når den er sikker på 95 %-niveau for alle spørgsmål under ét.",
  },
  municipalities: {
    heading: "Er der forskel på kommunerne?",
    none: "Ingen kommune kan sammenlignes med de andre under ét.",
    same: (compared: string) =>
      `Ingen af de ${compared} kommuner, der kan sammenlignes, ligger sikkert over eller under alle under ét.`,
    some: (compared: string, higher: number, lower: number) =>
      `Af de ${compared} kommuner, der kan sammenlignes, ligger ${higher || "ingen"} sikkert over og ${lower || "ingen"} sikkert under alle under ét.`,
    rest: "For resten er forskellen ikke sikker.",
    alone: "Kun én kommune er med.",
  },
  items: { heading: "Hvad er borgerne mest og mindst tilfredse med?" },
};
