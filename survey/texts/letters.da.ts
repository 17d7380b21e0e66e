/**
 * Every word of the letters and text messages in Danish. `{name}` is filled in when the files are made, `«Link»` is a
 * merge field that the municipality's mail merge fills in for each citizen. The letter lies behind MitID and may name
 * the jobcenter; the text message may not.
 */
import { EXTRA_SMS, type Contact, type Wave } from "../contact/waves.ts";
import { fill } from "./fill.ts";

export const MERGE_FIELDS = ["CPR", "Navn", "Link", "Kode", "Svarfrist"] as const;
export type MergeField = (typeof MERGE_FIELDS)[number];

/** What the letter of one municipality is filled in with. */
export interface LetterContext {
  /** Who the letter is from. */
  sender: string;
  /** What the municipality calls »jobcentret«. */
  term: string;
  /** `svar.example.dk`: what a person types. */
  typedAddress: string;
  /** `https://svar.example.dk/aarhus/`: what every genuine link begins with. */
  pageAddress: string;
  privacyAddress: string;
  optOutAddress: string;
  contactName: string;
  contactPhone: string;
  contactEmail: string;
  processor: string;
  /** Page on the municipality's own website that tells about the survey; empty where it has none. */
  announcement: string;
}

export interface LetterBlock {
  /** `key` is a line that must stand out: the link, the code. */
  kind: "title" | "paragraph" | "heading" | "step" | "key";
  text: string;
}

const TITLES: Record<Wave, string> = {
  0: "Hvordan oplever du {term}?",
  1: "Vi vil stadig gerne høre, hvordan du oplever {term}",
  2: "Sidste påmindelse: Hvordan oplever du {term}?",
};

const OPENINGS: Record<Wave, readonly string[]> = {
  0: [
    "Vi skriver til dig, fordi du har været i kontakt med {term}. Vi vil gerne vide, hvordan du har oplevet det. Derfor beder vi dig svare på 15 korte spørgsmål. Det tager cirka fire minutter.",
    "Vi har brug for at høre fra mange, både fra dem, der er glade for hjælpen, og fra dem, der ikke er.",
  ],
  1: [
    "Vi har skrevet til dig om et kort spørgeskema. Vi har ikke fået dine svar endnu. Du kan stadig nå at være med. Det tager cirka fire minutter.",
    "Har du svaret i de seneste dage, skal du ikke gøre mere. Så siger vi tak.",
  ],
  2: [
    "Vi har skrevet til dig om et kort spørgeskema. Vi har ikke fået dine svar endnu. Det tager cirka fire minutter at svare.",
    "Dette er det sidste brev, vi sender dig om det. Har du svaret i de seneste dage, skal du ikke gøre mere. Så siger vi tak.",
  ],
};

const ANSWERING: LetterBlock = { kind: "heading", text: "Sådan svarer du" };
const OPENING_THE_LINK = "Åbn dit personlige link:";
const OPENING_OR_SCANNING = "Åbn dit personlige link, eller scan koden til højre med din telefon:";

const REST: readonly LetterBlock[] = [
  { kind: "key", text: "«Link»" },
  { kind: "step", text: "Virker linket ikke? Skriv {typedAddress} i din browser, og tast din kode:" },
  { kind: "key", text: "«Kode»" },
  { kind: "step", text: "Svar senest den «Svarfrist»." },
  { kind: "paragraph", text: "Linket og koden er kun til dig. Giv dem ikke til andre." },
  { kind: "heading", text: "Du vælger selv, om du vil svare" },
  {
    kind: "paragraph",
    text: "Det er frivilligt at være med. Det får ingen betydning for din sag eller din ydelse, om du svarer, eller hvad du svarer. Du må gerne springe spørgsmål over.",
  },
  { kind: "heading", text: "Dine svar er fortrolige, men ikke anonyme" },
  {
    kind: "paragraph",
    text: "Ingen i kommunen får dine svar at se. Kommunen kan kun se, hvem der skal have en påmindelse. Vi viser svarene samlet, så ingen kan se, hvad du har svaret. Dine svar bliver gemt, mens du svarer, og det gemte tæller med. Du kan få svarene slettet igen.",
  },
  { kind: "paragraph", text: "Undersøgelsen bliver lavet for kommunen af {processor}." },
  { kind: "heading", text: "Sådan ser du, at brevet er ægte" },
  {
    kind: "paragraph",
    text: "Et ægte link begynder sådan: {pageAddress}",
  },
  {
    kind: "paragraph",
    text: "Kommunen fortæller selv om undersøgelsen her: {announcement}",
  },
  {
    kind: "paragraph",
    text: "Du skal ikke logge ind. Vi beder aldrig om dit CPR-nummer, dit MitID eller dine kontooplysninger. Er du i tvivl, så find selv kommunens nummer på kommunens hjemmeside, og ring dertil.",
  },
  { kind: "heading", text: "Har du spørgsmål?" },
  {
    kind: "paragraph",
    text: "Ring eller skriv til {contactName}: telefon {contactPhone}, e-mail {contactEmail}.",
  },
  {
    kind: "paragraph",
    text: "Vil du ikke have flere breve om dette? Tast din kode her: {optOutAddress}",
  },
  {
    kind: "paragraph",
    text: "Læs om dine rettigheder her: {privacyAddress}",
  },
  { kind: "paragraph", text: "Venlig hilsen" },
  { kind: "paragraph", text: "{sender}" },
];

export interface LetterForm {
  /** The merge file has names. */
  named: boolean;
  /** The letter has a QR code beside the steps. */
  qr?: boolean;
}

/** The letter of a wave, in order; merge fields stand as `«Link»`. */
export function letterBlocks(wave: Wave, context: LetterContext, form: LetterForm): LetterBlock[] {
  const greeting = form.named ? "Kære «Navn»" : "Kære borger";
  const blocks: LetterBlock[] = [
    { kind: "title", text: TITLES[wave] },
    { kind: "paragraph", text: greeting },
    ...OPENINGS[wave].map((text): LetterBlock => ({ kind: "paragraph", text })),
    ANSWERING,
    { kind: "step", text: form.qr === true ? OPENING_OR_SCANNING : OPENING_THE_LINK },
    ...REST.filter(({ text }) => context.announcement !== "" || !text.includes("{announcement}")),
  ];
  return blocks.map(({ kind, text }) => ({ kind, text: fill(text, { ...context }) }));
}

const SUBJECTS: Record<Wave, string> = {
  0: "Kort spørgeskema fra {municipality}",
  1: "Påmindelse: kort spørgeskema fra {municipality}",
  2: "Sidste påmindelse: kort spørgeskema fra {municipality}",
};

/** The subject that the citizen's mailbox shows; it names neither benefit nor jobcenter. */
export const letterSubject = (wave: Wave, municipality: string): string =>
  fill(SUBJECTS[wave], { municipality });

/** Where the letter lies that a text message speaks of; null where it must speak of none. */
export type LetterPlace = "digital" | "paper" | null;

const SMS_INVITATION = [
  "{municipality} har sendt dig et brev med et kort spørgeskema.",
  "{municipality} har sendt dig et brev med et spørgeskema.",
] as const;

/**
 * From the fullest to the shortest: the first that fits in one part is sent. Who has Digital Post is known only when the
 * invitations are out.
 */
const SMS_OPENINGS: Record<Wave, Record<"digital" | "paper", readonly string[]>> = {
  0: { digital: SMS_INVITATION, paper: SMS_INVITATION },
  1: {
    digital: [
      "Påmindelse fra {municipality}: Du har et kort spørgeskema i Digital Post.",
      "{municipality}: Du har et spørgeskema i Digital Post.",
    ],
    paper: [
      "Påmindelse fra {municipality}: Vi har sendt dig et brev med et kort spørgeskema.",
      "{municipality}: Vi har sendt dig et brev med et spørgeskema.",
    ],
  },
  2: {
    digital: [
      "Sidste påmindelse fra {municipality}: Du har et kort spørgeskema i Digital Post.",
      "{municipality}: Du har et spørgeskema i Digital Post.",
    ],
    paper: [
      "Sidste påmindelse fra {municipality}: Vi har sendt dig et brev med et kort spørgeskema.",
      "{municipality}: Vi har sendt dig et brev med et spørgeskema.",
    ],
  },
};

/** To somebody who has had no letter. */
const SMS_ALONE = [
  "{municipality} beder dig svare på et kort spørgeskema.",
  "{municipality}: Et kort spørgeskema til dig.",
] as const;

/** The extra round goes to people with and without Digital Post alike. */
const SMS_EXTRA = [
  "{municipality} mangler stadig svar på et kort spørgeskema.",
  "{municipality}: Et kort spørgeskema til dig.",
] as const;

const SMS_CLOSINGS = {
  link: ["Det er frivilligt. Svar senest {day}: {link}", "Frivilligt. Frist {day}: {link}"],
  code: [
    "I brevet står, hvor du svarer. Din kode er {code}. Det er frivilligt. Svar senest {day}.",
    "Adressen står i brevet. Din kode er {code}. Frivilligt. Frist {day}.",
    "Din kode er {code}. Frivilligt. Frist {day}.",
  ],
  codeAlone: [
    "Skriv {address} i din browser. Din kode er {code}. Det er frivilligt. Svar senest {day}.",
    "{address}, kode {code}. Frivilligt. Frist {day}.",
  ],
} as const;

export interface SmsContext {
  /** The full name of the municipality; never the letter's sender, which may be a jobcenter. */
  municipality: string;
  code: string;
  link: string;
  /** `svar.example.dk`: what a person types. */
  address: string;
  /** `20/9`: the last day. */
  day: string;
}

export interface SmsForm {
  contact: Contact;
  way: "code" | "link";
  /** Null where the text message is all that the person gets; the extra round speaks of no letter to anybody. */
  letter: LetterPlace;
}

function openingsOf(contact: Contact, letter: LetterPlace): readonly string[] {
  if (contact === EXTRA_SMS) return SMS_EXTRA;
  return letter === null ? SMS_ALONE : SMS_OPENINGS[contact][letter];
}

/**
 * The ways to say a text message, from the fullest to the shortest; none names benefit or jobcenter, all say who writes,
 * that answering is voluntary and the last day.
 */
export function smsTexts({ contact, way, letter }: SmsForm, context: SmsContext): string[] {
  const openings = openingsOf(contact, letter);
  const told = contact !== EXTRA_SMS && letter !== null;
  const closings = SMS_CLOSINGS[way === "code" && !told ? "codeAlone" : way];
  return openings.flatMap((opening) =>
    closings.map((closing) => fill(`${opening} ${closing}`, { ...context })),
  );
}
