/**
 * Every word of the instrument in Danish. `{jobcentret}` is the municipality's own term ("jobcentret", "kommunen").
 * Wording and order of the options are the commissioner's draft; they change only with a new questionnaire version.
 */
import type { ClosedItemId, ScaleId, TextItemId, ThemeId } from "../questionnaire.ts";

export const themes: Record<ThemeId, string> = {
  dignity: "Værdighed",
  relevance: "Relevans",
  competence: "Kompetence",
  progression: "Progression og resultater",
  overall: "Samlet",
};

/** Options best first, codes 1 to 5. */
export const scales: Record<ScaleId, readonly [string, string, string, string, string]> = {
  degree: ["I meget høj grad", "I høj grad", "I nogen grad", "I lav grad", "Slet ikke"],
  agreement: ["Meget enig", "Enig", "Hverken enig eller uenig", "Uenig", "Meget uenig"],
  satisfaction: [
    "Meget tilfreds",
    "Tilfreds",
    "Hverken tilfreds eller utilfreds",
    "Utilfreds",
    "Meget utilfreds",
  ],
};

export const dontKnow = "Ved ikke";
export const noInterview = "Jeg har ikke haft en samtale";

export const closedItems: Record<ClosedItemId, string> = {
  q1: "Oplever du at blive mødt med tillid i {jobcentret}?",
  q2: "Oplever du, at der bliver taget udgangspunkt i din individuelle situation i {jobcentret}?",
  q3: "Oplever du, at der bliver lyttet til dine ideer og forslag, når I lægger en plan for dit forløb i {jobcentret}?",
  q4: "Oplever du, at der er et klart mål for dit forløb i {jobcentret}?",
  q5: "Oplever du, at aktiviteterne i dit forløb giver mening i forhold til dit mål i {jobcentret}?",
  q6: "Oplever du, at de forskellige fagpersoner, du er i kontakt med, arbejder sammen om dit forløb, hvis der er behov for det?",
  q7: "Formålet med samtalen var klart",
  q8: "Min sagsbehandler var velforberedt og informeret om min situation til samtalen",
  q9: "Til samtalen aftalte vi, hvad der skulle ske frem mod næste samtale",
  q10: "Jeg fik den vejledning, jeg havde brug for",
  q11: "Oplever du løbende at blive præsenteret for konkrete jobmuligheder i {jobcentret}?",
  q12: "Oplever du, at indsatsen i {jobcentret} bringer dig tættere på job eller uddannelse?",
  q13: "Hvor tilfreds eller utilfreds er du samlet set med dit forløb i {jobcentret}?",
};

export const interviewIntro =
  "Tænk tilbage på den seneste samtale, du havde med din sagsbehandler. Vi vil nu præsentere dig for fire udsagn, som handler om denne samtale. Du bedes angive, hvor enig eller uenig du er i hvert enkelt udsagn.";

/** Wordings of a free-text item; `positive` and `negative` follow the answer to the item it follows. */
export const textItems: Record<TextItemId, { neutral: string; positive?: string; negative?: string }> = {
  q14: {
    positive: "Vil du uddybe, hvorfor du har været tilfreds?",
    negative: "Vil du uddybe, hvorfor du har været utilfreds?",
    neutral: "Vil du uddybe, hvorfor du har svaret sådan?",
  },
  q15: { neutral: "Hvad kunne have gjort dit forløb i {jobcentret} bedre?" },
};

export const targetGroups = {
  dagpenge: "Dagpenge",
  aktivitetsparate: "Aktivitetsparate",
  sygedagpenge: "Sygedagpenge",
  jobparate: "Jobparate",
} as const;

/** Puts the municipality's own term into a text. */
export const withTerm = (text: string, term: string): string => text.replaceAll("{jobcentret}", term);

/** Puts values into a text: `{sender}` becomes `values.sender`; a name without a value stays as it is. */
export const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

/** Headings over the parts, as citizens see them: neutral words, never the analyst's names of the themes. */
export const partTitles: Record<ThemeId, string> = {
  dignity: "Mødet med {jobcentret}",
  relevance: "Dit forløb",
  competence: "Den seneste samtale",
  progression: "Job og uddannelse",
  overall: "Samlet set",
};

/** On every page. */
export const footer = {
  help: "Brug for hjælp?",
  optOut: "Jeg vil ikke have flere påmindelser",
  privacy: "Privatliv og dine data",
  accessibility: "Tilgængelighedserklæring",
} as const;

/** The questionnaire around the questions. */
export const interview = {
  title: "{survey} – {sender}",
  who: "{sender} spørger. Det er frivilligt og tager cirka 4 minutter.",
  confidential: "Fortroligt, ikke anonymt: Ingen i kommunen ser nogensinde dine svar.",
  counts: "Det, der er gemt, tæller med, medmindre du sletter det.",
  more: "Læs mere om dine data",
  partOf: "Del {part} af {parts}",
  localTitle: "Spørgsmål fra {sender}",
  next: "Næste",
  back: "Tilbage",
  clear: "Ryd svar",
  textHint: "Skriv ikke navne eller CPR-numre.",
  codeLabel: "Din personlige kode",
  codeHint: "Koden har 16 tegn og står i dit brev.",
  final: "Når du har sendt, kan du ikke rette dine svar.",
  send: "Send mine svar",
} as const;

/** »Delete my answers« below the questionnaire. */
export const erasing = {
  title: "Slet mine svar",
  device: "Indtil du har sendt dine svar, ligger de også på den telefon eller computer, du bruger.",
  button: "Slet mine svar på denne telefon",
  server: "Det, vi har gemt, tæller stadig med.",
  serverLink: "Slet også det, vi har gemt",
} as const;

/** The status line of the questionnaire. Each says what is so and what happens next. */
export const statuses = {
  saved: "Dine svar er gemt.",
  device: "Ingen forbindelse lige nu. Dine svar ligger på telefonen, og vi prøver igen.",
  offline: "Ingen forbindelse lige nu. Lad siden være åben, så prøver vi igen.",
  sending: "Sender dine svar …",
  erased: "Dine svar er slettet på denne telefon.",
} as const;

/** What the page itself finds before anything is sent; the server's own words are in errors.da.ts. */
export const mistakes = {
  codeSlip: "Der er en slåfejl i koden. Sammenlign den med brevet, ét tegn ad gangen.",
} as const;

/** The front page: finds the questionnaire by code or by municipality. */
export const front = {
  title: "Find dit spørgeskema",
  lead: "Har du fået et brev om undersøgelsen? Skriv koden fra brevet, så finder vi dit spørgeskema.",
  trust: "Du skal ikke logge ind, og vi beder aldrig om dit CPR-nummer.",
  find: "Find mit spørgeskema",
  choose: "Eller vælg din kommune",
  filter: "Søg efter din kommune",
  matches: "{n} kommuner",
  oneMatch: "1 kommune",
  noMatch: "Ingen kommune passer til det, du har skrevet.",
} as const;

/** After the final answers. */
export const receipt = {
  title: "Tak for dine svar",
  received: "Vi har modtaget dem, og du får ikke flere påmindelser.",
  first: "Har du sendt før, gælder de første svar.",
  close: "Du kan lukke siden nu.",
  withdraw: "Fortryder du, kan du slette dine svar",
} as const;

/** No more reminders; and deleting the answers. */
export const optOut = {
  title: "Stop påmindelser, eller slet dine svar",
  lead: "Skriv din kode, så sender vi ikke flere påmindelser. Du kan stadig svare, hvis du ombestemmer dig.",
  withdraw: "Slet også de svar, jeg har givet",
  withdrawHint: "Det kan ikke fortrydes, og du kan ikke svare igen med koden.",
  send: "Send",
  doneTitle: "Du får ikke flere påmindelser",
  doneText: "Er der allerede et brev eller en SMS på vej, kan du se bort fra den.",
  doneAnswer: "Du kan stadig svare til og med {closes}.",
  doneLink: "Gå til spørgeskemaet",
  erasedTitle: "Dine svar er slettet",
  erasedText: "De svar, der var gemt med din kode, er slettet for altid. Du får ikke flere påmindelser.",
  erasedCode: "Koden kan ikke bruges igen.",
} as const;

/** No such page. */
export const notFound = {
  title: "Siden findes ikke",
  text: "Adressen kan være skrevet forkert. Du kan finde dit spørgeskema fra forsiden.",
  link: "Gå til forsiden",
} as const;

/** Information under articles 13 and 14 of the GDPR. Who, why and until when comes from the round. */
export const privacy = {
  title: "Privatliv og dine data",
  lead: "Her står, hvad der sker med dine oplysninger, når du er inviteret til undersøgelsen »{survey}«.",
  voluntaryTitle: "Det er frivilligt",
  voluntary:
    "Du bestemmer selv, om du vil svare. Det har ingen betydning for din sag eller din ydelse, om du svarer, eller hvad du svarer.",
  confidentialTitle: "Dine svar er fortrolige, ikke anonyme",
  confidential: [
    "Ingen i kommunen ser nogensinde, hvad du har svaret. Kommunen kan se, hvem der får en påmindelse, men ikke svarene.",
    "Din kode gør, at vi ved, hvem der har svaret, så vi ikke sender dig flere påmindelser. Svar og koder bliver holdt adskilt fra navne og CPR-numre.",
    "Resultaterne bliver kun vist for grupper. Er der færre end 5 svar i en gruppe, bliver tallet ikke vist.",
    "Det, du har svaret, bliver gemt undervejs og tæller med, også selv om du ikke når til slutningen. Det gælder ikke, hvis du sletter det.",
  ],
  controllerTitle: "Hvem har ansvaret?",
  controller: "Din kommune er dataansvarlig. Vælg din kommune for at se, hvem du kan kontakte.",
  controllerLabel: "Dataansvarlig",
  dpoLabel: "Databeskyttelsesrådgiver",
  contactLabel: "Spørgsmål om undersøgelsen",
  purposeTitle: "Hvad bruger vi oplysningerne til?",
  legalTitle: "Hvad giver os lov?",
  dataTitle: "Hvilke oplysninger, og hvor kommer de fra?",
  data: [
    "Fra kommunens egne systemer ({period}): dit CPR-nummer, din ydelse og datoen for, hvornår den begyndte, datoen for din seneste samtale, om dit forløb er afsluttet, om du er registreret som passiv, og dit telefonnummer. Nogle kommuner sender også dit navn. Køn og alder udregner vi af CPR-nummeret.",
    "Fra dig selv: de svar og tekster, du giver i spørgeskemaet. Du kan springe alle spørgsmål over.",
    "Ønsker du ikke flere påmindelser, gemmer vi det.",
  ],
  recipientsTitle: "Hvem får oplysningerne?",
  processorLabel: "Undersøgelsen bliver udført for kommunen af:",
  cloud:
    "Svarene bliver modtaget, krypteret og gemt hos Cloudflare inden for EU. Cloudflare er et amerikansk firma. Nøglen til svarene har kun konsulenten, så Cloudflare kan ikke læse det, der er gemt. CPR-numre, navne og telefonnumre er aldrig dér.",
  addresses:
    "Vi gemmer ikke din internetadresse. Bliver der prøvet med forkerte koder, tæller vi kortvarigt forsøgene fra den samme adresse.",
  storageTitle: "Hvad ligger på din telefon eller computer?",
  storage: [
    "Siderne bruger ingen cookies, ingen statistik om besøg og intet fra andre firmaer.",
    "Mens du svarer, gemmer din browser et krypteret udkast (localStorage), så du ikke mister noget, hvis forbindelsen ryger. Din kode bliver husket i det åbne faneblad (sessionStorage).",
    "Begge dele bliver slettet, når du har sendt, når du trykker »Slet mine svar på denne telefon«, og senest første gang siden bliver åbnet, efter at undersøgelsen er lukket {closes}. Det er nødvendigt for, at spørgeskemaet kan virke, og kræver derfor ikke samtykke.",
  ],
  deletionTitle: "Hvornår bliver oplysningerne slettet?",
  deletion:
    "Svar og personoplysninger bliver slettet senest {date}. Derefter er der kun samlede tal tilbage.",
  rightsTitle: "Dine rettigheder",
  rights: [
    "Du kan få at vide, hvilke oplysninger vi har om dig, og få en kopi.",
    "Du kan få rettet oplysninger, der er forkerte.",
    "Du kan få slettet dine svar, når som helst og uden at sige hvorfor.",
    "Du kan få begrænset, hvad oplysningerne bliver brugt til.",
    "Du kan gøre indsigelse mod, at vi bruger oplysninger om dig.",
  ],
  rightsHow:
    "Du kan selv stoppe påmindelser og slette svar med din kode. Vælg »Jeg vil ikke have flere påmindelser« nederst i spørgeskemaet. Ellers skal du kontakte din kommune eller kommunens databeskyttelsesrådgiver.",
  automated:
    "Ingen afgørelser om dig bliver truffet på grundlag af undersøgelsen, heller ikke af en computer.",
  complaintTitle: "Vil du klage?",
  complaint:
    "Du kan klage til Datatilsynet, Carl Jacobsens Vej 35, 2500 Valby, telefon 33 19 32 00, www.datatilsynet.dk.",
} as const;

/** The accessibility statement, after the law's model. */
export const accessibility = {
  title: "Tilgængelighedserklæring",
  /** With a soft hyphen: the word is wider than a small phone. */
  heading: "Tilgængeligheds\u00aderklæring",
  lead: "Alle skal kunne bruge siderne på {site}. Erklæringen gælder spørgeskemaet, siderne omkring det og resultaterne.",
  statusTitle: "Hvor tilgængelige er siderne?",
  status:
    "Siderne er lavet, så de følger webtilgængelighedsloven og standarden EN 301 549 (WCAG 2.1 AA). Vi går efter WCAG 2.2 AA.",
  notTestedTitle: "Det har vi ikke afprøvet",
  methodTitle: "Sådan har vi undersøgt siderne",
  method:
    "Hver side og hver del af spørgeskemaet bliver afprøvet automatisk i en browser, med og uden JavaScript, i lyse og mørke farver og på smalle skærme.",
  updated: "Erklæringen er senest opdateret {date}.",
  contactTitle: "Fortæl os, hvis noget ikke virker",
  contact:
    "Skriv eller ring, hvis du møder en hindring, eller hvis du har brug for spørgeskemaet på en anden måde.",
  emailLabel: "E-mail",
  phoneLabel: "Telefon",
  enforcementTitle: "Hvis du ikke får et godt svar",
  enforcement:
    "Har du ikke fået svar inden for 10 arbejdsdage, eller er du ikke tilfreds med svaret, kan du henvende dig til Digitaliseringsstyrelsen, som fører tilsyn med loven.",
  enforcementLink: "Digitaliseringsstyrelsen: Oplever du ikke-tilgængeligt indhold?",
} as const;
