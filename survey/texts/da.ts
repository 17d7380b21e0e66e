/**
 * Every word that citizens see in Danish, the language the others are translated from. `{jobcentret}` is the municipality's
 * own term ("jobcentret", "kommunen"). Wording and order of the options are the commissioner's draft; they change only with
 * a new questionnaire version. The analyst's own words (themes, target groups) stand here too; they are not translated.
 */
import type { EdgeError, FieldErrorCode } from "../edgeErrors.ts";
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

/** Headings over the parts, as citizens see them: neutral words, never the analyst's names of the themes. */
export const partTitles: Record<ThemeId, string> = {
  dignity: "Mødet med {jobcentret}",
  relevance: "Dit forløb",
  competence: "Den seneste samtale",
  progression: "Job og uddannelse",
  overall: "Samlet set",
};

/** On every page. */
const footer = {
  help: "Brug for hjælp?",
  optOut: "Jeg vil ikke have flere påmindelser",
  privacy: "Privatliv og dine data",
  accessibility: "Tilgængelighedserklæring",
} as const;

/** The questionnaire around the questions. */
const interview = {
  title: "{survey} – {sender}",
  who: "{sender} spørger. Det er frivilligt og tager cirka 4 minutter.",
  confidential: "Fortroligt, ikke anonymt: Ingen i kommunen ser nogensinde dine svar.",
  counts: "Gemte svar tæller, medmindre du sletter dem.",
  more: "Læs om dine data",
  partOf: "Del {part} af {parts}",
  localTitle: "Spørgsmål fra {sender}",
  next: "Næste",
  back: "Tilbage",
  clear: "Ryd svar",
  listen: "Læs op",
  silence: "Stop oplæsning",
  textHint: "Skriv ikke navne eller CPR-numre.",
  codeLabel: "Din personlige kode",
  codeHint: "Koden har 16 tegn og står i dit brev.",
  final: "Når du har sendt, kan du ikke rette dine svar.",
  send: "Send mine svar",
} as const;

/** »Delete my answers« below the questionnaire. */
const erasing = {
  title: "Slet mine svar",
  device: "Indtil du har sendt dine svar, ligger de også på den telefon eller computer, du bruger.",
  button: "Slet mine svar på denne telefon",
  server: "Det, vi har gemt, tæller stadig med.",
  serverLink: "Slet også det, vi har gemt",
} as const;

/** The status line of the questionnaire. Each says what is so and what happens next. */
const statuses = {
  saved: "Dine svar er gemt.",
  device: "Ingen forbindelse lige nu. Dine svar ligger på telefonen. Vi prøver igen.",
  offline: "Ingen forbindelse lige nu. Lad siden være åben. Vi prøver igen.",
  sending: "Sender dine svar …",
  erased: "Dine svar er slettet på denne telefon.",
} as const;

/** What the page itself finds before anything is sent; the server's own words are in `edgeErrors`. */
const mistakes = {
  codeSlip: "Der er en slåfejl i koden. Sammenlign den med brevet, ét tegn ad gangen.",
} as const;

/** What the page adds beside the questions: advice at the texts, and the page when nothing more can be answered. */
const extras = {
  results: "Se undersøgelsens resultater",
  left: "{n} tegn tilbage",
  over: "{n} tegn for meget. Gør teksten kortere.",
  cpr: "»{found}« ligner et CPR-nummer. Skriv helst ikke noget, der viser, hvem du er.",
  phone: "»{found}« ligner et telefonnummer. Skriv helst ikke noget, der viser, hvem du er.",
  email: "»{found}« ligner en e-mailadresse. Skriv helst ikke noget, der viser, hvem du er.",
  remove: "Fjern det",
  leave: "Lad det stå",
} as const;

/** The front page: finds the questionnaire by code or by municipality. */
const front = {
  title: "Find dit spørgeskema",
  lead: "Har du fået et brev om undersøgelsen? Skriv koden fra brevet, så finder vi dit spørgeskema.",
  trust: "Du skal ikke logge ind. Vi beder aldrig om CPR-nummer eller MitID.",
  genuine: "Er brevet ægte?",
  find: "Find mit spørgeskema",
  choose: "Eller vælg din kommune",
  filter: "Søg efter din kommune",
  matches: "{n} kommuner",
  oneMatch: "1 kommune",
  noMatch: "Ingen kommune passer til det, du har skrevet.",
} as const;

/** After the final answers. */
const receipt = {
  title: "Tak for dine svar",
  received: "Vi har modtaget dem, og du får ikke flere påmindelser.",
  first: "Har du sendt før, gælder de første svar.",
  close: "Du kan lukke siden nu.",
  withdraw: "Fortryder du, kan du slette dine svar",
} as const;

/** No more reminders; and deleting the answers. */
const optOut = {
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
const notFound = {
  title: "Siden findes ikke",
  text: "Måske er der en fejl i adressen. Du kan finde dit skema fra forsiden.",
  link: "Gå til forsiden",
} as const;

/** Information under articles 13 and 14 of the GDPR. Who, why and until when comes from the round. */
const privacy = {
  title: "Privatliv og dine data",
  lead: "Her står, hvad der sker med dine data, når du er inviteret til »{survey}«.",
  genuineTitle: "Er brevet ægte?",
  genuine: [
    "Ring til din kommune og spørg. Find selv nummeret på kommunens egen hjemmeside.",
    "Adressen på siderne skal være {site}. Er du i tvivl om et link, så skriv selv adressen, og brug koden fra brevet.",
    "Vi beder aldrig om CPR-nummer, MitID, log-in eller kontonummer. Du skal aldrig betale noget.",
    "Får du en SMS, ligger der også et brev til dig i Digital Post eller i din postkasse.",
  ],
  voluntaryTitle: "Det er frivilligt",
  voluntary:
    "Du vælger selv, om du vil svare, og du kan springe alle spørgsmål over. Det betyder intet for din sag eller din ydelse, om du svarer, eller hvad du svarer.",
  confidentialTitle: "Dine svar er fortrolige, ikke anonyme",
  confidential: [
    "Ingen i kommunen ser nogensinde, hvad du har svaret. Kommunen kan se, hvem der får en påmindelse, men ikke et eneste svar.",
    "Koden viser os, hvem der har svaret, så vi ikke skriver til dig igen. Svar og koder ligger et andet sted end navne og CPR-numre.",
    "Vi viser kun tal for grupper. Er der færre end 5 svar i en gruppe, viser vi ikke tallet.",
    "Dine svar bliver gemt, mens du svarer. De tæller med, selv om du ikke når til slutningen. Det gør de ikke, hvis du sletter dem.",
  ],
  controllerTitle: "Hvem har ansvaret?",
  controller: "Din kommune har ansvaret for dine data. Her kan du se, hvem du kan spørge.",
  controllerChoose: "Vælg din kommune",
  controllerLabel: "Dataansvarlig",
  dpoLabel: "Databeskyttelsesrådgiver",
  contactLabel: "Spørgsmål om undersøgelsen",
  announcementLabel: "Kommunens egen side om undersøgelsen",
  purposeTitle: "Hvad bruger vi dine data til?",
  legalTitle: "Hvad giver os lov?",
  dataTitle: "Hvilke data er det, og hvor kommer de fra?",
  data: [
    "Fra kommunens egne systemer ({period}): dit CPR-nummer, din ydelse, og hvornår du begyndte at få den. Desuden dagen for din seneste samtale, dit telefonnummer, og om dit forløb er slut eller står som passivt. Nogle kommuner sender også dit navn. Køn og alder regner vi ud af dit CPR-nummer.",
    "Fra dig selv: de svar og tekster, du giver i skemaet.",
    "Vi gemmer, hvis du ikke vil have flere påmindelser.",
  ],
  recipientsTitle: "Hvem får dine data?",
  processorLabel: "Den, der laver undersøgelsen for kommunen:",
  cloud:
    "Svarene bliver låst med en nøgle og gemt hos Cloudflare i EU. Cloudflare er et firma fra USA. Kun den, der laver undersøgelsen, har nøglen. Cloudflare kan derfor ikke læse det, der er gemt. CPR-numre, navne og telefonnumre er aldrig dér.",
  addresses:
    "Vi gemmer ikke din IP-adresse. Prøver nogen med forkerte koder, tæller vi kort, hvor mange der kommer fra den samme adresse.",
  transferTitle: "Kommer dine data ud af EU?",
  storageTitle: "Hvad ligger på din telefon eller computer?",
  storage: [
    "Siderne bruger ingen cookies, tæller ikke besøg og henter intet fra andre firmaer.",
    "Mens du svarer, gemmer din browser en låst kladde (localStorage). Så mister du ikke noget, hvis nettet ryger. Den husker også din kode i det åbne faneblad (sessionStorage) og selve siden, så den kan vises uden net (service worker).",
    "Kladde og kode bliver slettet, når du har sendt, eller når du trykker »Slet mine svar på denne telefon«. Ellers sker det, første gang siden bliver åbnet, efter at vi har lukket den {closes}. Uden dette virker skemaet ikke. Derfor skal vi ikke spørge dig om lov.",
  ],
  deletionTitle: "Hvornår sletter vi dine data?",
  deletion: "Vi sletter alle svar og data om dig senest den {date}. Så er der kun samlede tal tilbage.",
  rightsTitle: "Dine rettigheder",
  rights: [
    "Du kan få at vide, hvad vi har om dig, og få en kopi.",
    "Du kan få rettet det, der er forkert.",
    "Du kan få slettet dine svar, når du vil og uden at sige hvorfor.",
    "Du kan få sat en grænse for, hvad dine data bliver brugt til.",
    "Du kan sige nej til, at vi bruger data om dig.",
  ],
  rightsHow:
    "Du kan selv stoppe påmindelser og slette svar med din kode. Vælg »Jeg vil ikke have flere påmindelser« nederst i skemaet. Ellers kan du skrive eller ringe til din kommune.",
  automated: "Ingen afgør noget om dig ud fra dine svar, heller ikke en computer.",
  complaintTitle: "Vil du klage?",
  complaint:
    "Du kan klage til Datatilsynet, Carl Jacobsens Vej 35, 2500 Valby, telefon 33 19 32 00, www.datatilsynet.dk.",
} as const;

/** The accessibility statement, with the fields of the law's model (BEK 904 of 22/08/2019, (EU) 2018/1523). */
const accessibility = {
  title: "Tilgængelighedserklæring",
  /** With a soft hyphen: the word is wider than a small phone. */
  heading: "Tilgængeligheds\u00aderklæring",
  commitment:
    "{responsible} vil gøre siderne på {site} til at bruge for alle. Det kræver »lov om tilgængelighed af offentlige organers websteder og mobilapplikationer«.",
  scope: "Erklæringen gælder spørgeskemaet, siderne omkring det og resultaterne.",
  contactTitle: "Fortæl os, hvis noget ikke virker",
  contact:
    "Skriv eller ring, hvis der er noget, du ikke kan læse eller bruge. Vi kan give dig skemaet på en anden måde. Skriv ikke CPR-nummer eller noget om dit helbred. Du kan også spørge, hvad vi har undtaget fra loven.",
  emailLabel: "E-mail",
  phoneLabel: "Telefon",
  statusTitle: "Følger siderne loven?",
  standard: "Loven bygger på standarden EN 301 549 og WCAG 2.1 AA. Vi går efter WCAG 2.2 AA.",
  status: {
    full: "Siderne følger standarden fuldt ud.",
    partial: "Siderne følger standarden delvist: de følger de fleste krav.",
    none: "Siderne følger ikke standarden: de følger ikke de fleste krav.",
  },
  contentTitle: "Det, der ikke er til at bruge for alle",
  nonCompliantTitle: "Det følger ikke loven",
  burdenTitle: "Det er for stor en byrde at ændre",
  exemptTitle: "Det er ikke omfattet af loven",
  noneKnown: "Vi kender ikke noget.",
  alternativesTitle: "Det kan du gøre i stedet",
  reportsTitle: "Rapporter",
  official: "Erklæringen i Digitaliseringsstyrelsens WAS-Tool",
  notTestedTitle: "Det har vi ikke prøvet af",
  methodTitle: "Sådan har vi prøvet siderne",
  method: {
    self: "Vi har selv prøvet siderne.",
    external: "Andre har prøvet siderne for os.",
    other: "Siderne er prøvet på en anden måde.",
  },
  automatic:
    "Hver side og hver del af skemaet bliver prøvet af et program i en browser: med og uden JavaScript, i lyse og mørke farver og på små skærme.",
  prepared: "Erklæringen er lavet den {date}.",
  updated: "Den er sidst set igennem den {date}.",
  enforcementTitle: "Hvis du ikke får et godt svar",
  enforcement:
    "Har du ikke fået svar inden for 10 hverdage, eller er du ikke glad for svaret? Så kan du klage til Digitaliseringsstyrelsen, der holder øje med loven. Ring på {phone}, eller skriv gennem siden herunder.",
  enforcementLink: "Digitaliseringsstyrelsen: Oplever du ikke-tilgængeligt indhold?",
} as const;

/** Over and beside what is wrong. */
const summary = {
  titlePrefix: "Fejl: ",
  heading: "Der er et problem",
  hiddenPrefix: "Fejl: ",
} as const;

/** What the Worker's errors say to a citizen. `{opens}` and `{closes}` are dates in words. */
const edgeErrors = {
  code_missing: "Skriv koden fra dit brev.",
  unknown_code: "Vi kender ikke koden her. Tjek, at den er skrevet som i brevet.",
  too_many_codes: "Der er prøvet for mange forkerte koder herfra. Vent et minut, og prøv igen.",
  already_sent: "Vi har fået dine svar. Du behøver ikke gøre mere.",
  not_open: "Din kode virker, men undersøgelsen åbner først den {opens}. Kom tilbage til den tid.",
  closed: "Undersøgelsen sluttede den {closes}. Vi kan ikke tage imod flere svar.",
  withdrawn: "Dine svar er slettet, som du bad om. Derfor kan du ikke svare igen.",
  no_answers: "Du har ikke svaret på nogen spørgsmål endnu. Svar på mindst ét spørgsmål, før du sender.",
  invalid: "Vi kunne ikke læse alle dine svar. Se dem igennem, og send igen.",
  too_many_drafts:
    "Dine svar er begyndt på mange telefoner eller computere. De bliver ikke gemt undervejs her, men du kan stadig sende dem.",
  too_large: "Det, du har skrevet, fylder for meget. Gør teksten kortere, og send igen.",
  unsupported: "Vi kunne ikke læse det, der blev sendt. Åbn siden igen fra linket i dit brev.",
  method: "Siden kan ikke åbnes på den måde. Brug linket i dit brev, eller find din kommune her.",
  cross_site: "Det blev sendt fra et andet websted. Åbn siden igen fra linket i dit brev.",
  not_found: "Siden findes ikke.",
  unavailable: "Det virker ikke lige nu. Det, du har skrevet, står her stadig. Prøv igen om lidt.",
} as const satisfies Record<EdgeError, string>;

const fieldErrors = {
  choice: "Vælg et af svarene.",
  too_long: "Din tekst må højst være 4.000 tegn. Gør den kortere.",
  unknown: edgeErrors.invalid,
  missing: edgeErrors.code_missing,
  unknown_code: edgeErrors.unknown_code,
  unknown_code_here:
    "Vi kender ikke koden her. Tjek, at den er skrevet som i brevet, og at du er på din egen kommunes side.",
} as const satisfies Record<FieldErrorCode, string>;

/** What a municipality's term is in this language, in the form that stands in the questions; a name stays a name. */
const terms = { jobcentret: "jobcentret", kommunen: "kommunen" } as const;

/** Everything that is translated. */
export const da = {
  terms,
  scales,
  dontKnow,
  noInterview,
  closedItems,
  interviewIntro,
  textItems,
  partTitles,
  footer,
  interview,
  erasing,
  statuses,
  mistakes,
  extras,
  front,
  receipt,
  optOut,
  notFound,
  privacy,
  accessibility,
  summary,
  edgeErrors,
  fieldErrors,
} as const;
