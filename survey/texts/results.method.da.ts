/** The method page in Danish: a heading and its paragraphs. */
type Section = readonly [heading: string, ...paragraphs: string[]];

export const methodDa = {
  title: "Sådan er undersøgelsen lavet",
  description:
    "Hvem der er spurgt, hvordan tallene er vægtet, hvor usikre de er, og hvorfor nogle tal er skjult.",
  /** @param under `under 5`, or `null` while there are no results. */
  sections: (under: string | null): readonly Section[] => [
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
      "Hvordan læser du tallene?",
      "Andelen af positive svar er andelen, der har valgt et af de to bedste svar, for eksempel »Meget tilfreds« eller »Tilfreds«. Gennemsnittet går fra 0 (alle gav det dårligste svar) til 100 (alle gav det bedste).",
      "»Ved ikke« regnes ikke med i andele og gennemsnit, men vises for sig. Andele er afrundet til hele procent, så summer kan afvige lidt fra 100.",
      "»Alle deltagende kommuner« er de kommuner, der har været med i denne runde. Kun når alle 98 er med, skriver vi »hele landet«. Hver borger i målgrupperne tæller lige meget, så store kommuner fylder mest.",
      "Temaernes tal er gennemsnittet af den enkeltes svar på temaets spørgsmål. Det kræver svar på mindst halvdelen af dem.",
    ],
    [
      "Hvordan er tallene vægtet?",
      "Inden for hver kommune er svarene vægtet, så de fire målgrupper fylder det samme som blandt alle borgere i målgrupperne (efterstratificering). Har for få i en målgruppe svaret, er den lagt sammen med en anden målgruppe i samme kommune. De uvægtede tal står ved siden af i tabellerne.",
    ],
    [
      "Hvor sikre er tallene?",
      "Kun nogle af borgerne har svaret. Derfor har hvert tal et 95 %-konfidensinterval: Hvis man lavede undersøgelsen mange gange, ville intervallet indeholde det rigtige tal cirka 95 ud af 100 gange.",
      "Vi kalder kun to tal forskellige, når forskellen er sikker på 95 %-niveau. Vi regner på selve forskellen: Kommunen er en del af alle kommuner, og det tager vi højde for. Vi ser på 13 spørgsmål på én gang. Derfor stiller vi større krav til hvert enkelt (Holms metode), så et spørgsmål sjældent skiller sig ud ved et tilfælde.",
      "Kommuner med få svar (normalt under 200) er mærket som usikre. Det er andre tal også, når de bygger på under 30 effektive svar, eller når intervallet er 30 procentpoint eller bredere.",
      "For fagfolk: Intervaller for andele er Korn og Graubards (Clopper-Pearson med effektivt antal svar), intervaller for gennemsnit er t-intervaller. Variansen er den stratificerede med kommune og målgruppe som strata og endelighedskorrektion med antallet af svar, fordi bortfaldet er en ekstra fase i udvælgelsen.",
    ],
    [
      "Hvad med dem, der ikke har svaret?",
      "De, der har svaret, kan være mere eller mindre tilfredse end de, der ikke har. Vægtningen retter op på, at målgrupperne svarer forskelligt, men ikke på alt. Svarprocenten i hver kommune vises sammen med tallene.",
      "Spring derfor ikke fra en forskel til en årsag. Kommuner har forskellige borgere, og tallene viser, hvad borgerne oplever, ikke hvorfor.",
    ],
    [
      "Hvorfor er nogle tal skjult?",
      `Ingen må kunne se, hvad en bestemt borger har svaret. Derfor er et tal skjult, når ${under ?? "for få"} har svaret, og når de få borgere uden for en gruppe kunne findes ved at trække fra. I kommuner, hvor alle er inviteret, er grænsen højere.`,
      "Et tal er også skjult, når under 30 har svaret, og alle eller alle på nær én har svaret det samme. Ellers ville man vide, hvad hver enkelt havde svaret.",
      "Et skjult tal er ikke nul. »Ingen svar« betyder, at ingen har svaret, og »Ikke spurgt«, at spørgsmålet ikke var med.",
    ],
  ],
};
