/** The text messages of a round: to whom, what, in how many parts, and which numbers somebody should look at first. */
import { looksLikeLandline } from "#survey/contact/landline.ts";
import { parsePhone } from "#survey/phone.ts";
import { outsideGsm7, smsSize, type SmsSize } from "#survey/sms.ts";
import { smsTexts, type LetterPlace, type SmsForm } from "#survey/texts/letters.da.ts";
import { CliError } from "../errors.ts";
import { writeTable } from "../io/table.ts";

export const SMS_COLUMNS = ["phone", "text", "parts", "sender"] as const;
/** The same with why a number stands apart. */
export const APART_COLUMNS = [...SMS_COLUMNS, "reason"] as const;

/** `landline` and `foreign` stand apart: a text message may not arrive, or cost more. */
type Standing = "mobile" | "landline" | "foreign" | "none";
const REASONS: Record<"landline" | "foreign", string> = {
  landline: "ligner et fastnetnummer",
  foreign: "udenlandsk nummer",
};

/** What a text message must never name: it lies open on a locked screen. */
const GIVES_AWAY =
  /job\s*-?cent|jobnet|a-kasse|dagpenge|kontanthjælp|uddannelseshjælp|ydelse|sygemeld|ledig|arbejdsløs/iu;

export interface SmsPerson {
  /** Empty where no text message may be sent. */
  phone: string;
  code: string;
  link: string;
  /** Where the person has the letter; null when the text message is all that the person gets. */
  letter: LetterPlace;
}

export interface SmsSettings extends Omit<SmsForm, "letter"> {
  /** Full name of the municipality. */
  municipality: string;
  sender: string;
  /** `svar.example.dk`. */
  address: string;
  /** `20/9`. */
  day: string;
}

export interface SmsList {
  /** `sms.csv`. */
  table: string;
  /** `sms-kontroller.csv`: numbers that look like a landline or are foreign; null when there is none. */
  apart: string | null;
  messages: number;
  /** Parts of the messages in `sms.csv`: what is paid for. */
  parts: number;
  encoding: SmsSize["encoding"] | null;
  landline: number;
  foreign: number;
  /** People without a number. */
  without: number;
}

interface Row {
  standing: Standing;
  phone: string;
  text: string;
  parts: number;
  sender: string;
}

/** @throws CliError when a text names benefit or jobcenter, or holds a character outside GSM-7. */
export function smsList(people: readonly SmsPerson[], settings: SmsSettings): SmsList {
  const rows = people.map((person): Row => {
    const { standing, phone } = numberOf(person.phone);
    const text = standing === "none" ? "" : textFor(person, settings);
    return { standing, phone, text, parts: smsSize(text).parts, sender: settings.sender };
  });
  const sent = rows.filter((row) => row.standing === "mobile");
  const apart = rows.flatMap((row) =>
    row.standing === "landline" || row.standing === "foreign"
      ? [{ ...row, reason: REASONS[row.standing] }]
      : [],
  );
  const count = (standing: Standing): number => rows.filter((row) => row.standing === standing).length;
  return {
    table: writeTable(SMS_COLUMNS, sent),
    apart: apart.length === 0 ? null : writeTable(APART_COLUMNS, apart),
    messages: sent.length,
    parts: sent.reduce((sum, row) => sum + row.parts, 0),
    encoding: sent[0] ? smsSize(sent[0].text).encoding : null,
    landline: count("landline"),
    foreign: count("foreign"),
    without: count("none"),
  };
}

/** The fullest text that fits in one part; where none does, the fullest. */
function textFor(person: SmsPerson, settings: SmsSettings): string {
  const texts = smsTexts({ ...settings, letter: person.letter }, { ...settings, ...person });
  const text = texts.find((candidate) => smsSize(candidate).parts === 1) ?? texts[0] ?? "";
  requireSafe(text, settings.municipality);
  return text;
}

/** Digits with the country code and no plus: a spreadsheet takes a plus as a formula. */
function numberOf(phone: string): { standing: Standing; phone: string } {
  const parsed = parsePhone(phone);
  if (!parsed.ok) return { standing: "none", phone: "" };
  const digits = parsed.phone.replace("+", "");
  if (parsed.country !== "DK") return { standing: "foreign", phone: digits };
  return { standing: looksLikeLandline(digits.slice(2)) ? "landline" : "mobile", phone: digits };
}

function requireSafe(text: string, municipality: string): void {
  const outside = outsideGsm7(text);
  const word = GIVES_AWAY.exec(text)?.[0];
  if (outside.length === 0 && word === undefined) return;
  throw new CliError({
    what:
      word === undefined
        ? `the text message holds ${outside.join(" ")}, which would double its price`
        : `the text message would say »${word}«`,
    where: `round.json, baseUrl; ${municipality}`,
    how: "A text message lies open on a locked phone: choose an address that names neither benefit nor jobcenter, in plain letters.",
  });
}
