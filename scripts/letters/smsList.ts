/** The text messages of a wave: to whom, what, in how many parts. */
import { smsSize, outsideGsm7 } from "#survey/sms.ts";
import { parsePhone } from "#survey/phone.ts";
import type { Wave } from "#survey/contact/waves.ts";
import { smsText } from "#survey/texts/letters.da.ts";
import { CliError } from "../errors.ts";
import { writeTable } from "../io/table.ts";

export const SMS_COLUMNS = ["phone", "text", "parts", "sender"] as const;

/** What a text message must never name: it lies open on a locked screen. */
const GIVES_AWAY =
  /job\s*-?cent|jobnet|a-kasse|dagpenge|kontanthjælp|uddannelseshjælp|ydelse|sygemeld|ledig|arbejdsløs/iu;

export interface SmsPerson {
  phone: string;
  code: string;
  link: string;
}

export interface SmsSettings {
  wave: Wave;
  way: "code" | "link";
  /** Full name of the municipality. */
  municipality: string;
  sender: string;
  deadline: string;
}

export interface SmsList {
  /** `sms.csv`. */
  table: string;
  messages: number;
  parts: number;
  /** People without a number that a text message can be sent to in Denmark. */
  without: number;
}

/** @throws CliError when a text names benefit or jobcenter, or holds a character outside GSM-7. */
export function smsList(people: readonly SmsPerson[], settings: SmsSettings): SmsList {
  const rows = people.flatMap((person) => {
    const phone = danishNumber(person.phone);
    if (phone === null) return [];
    const text = smsText(settings.wave, settings.way, { ...settings, code: person.code, link: person.link });
    requireSafe(text, settings.municipality);
    return [{ phone, text, parts: smsSize(text).parts, sender: settings.sender }];
  });
  return {
    table: writeTable(SMS_COLUMNS, rows),
    messages: rows.length,
    parts: rows.reduce((sum, row) => sum + row.parts, 0),
    without: people.length - rows.length,
  };
}

/** Digits with the country code and no plus (a spreadsheet takes a plus as a formula), or null when it is not Danish. */
function danishNumber(phone: string): string | null {
  const parsed = parsePhone(phone);
  return parsed.ok && parsed.country === "DK" ? parsed.phone.replace("+", "") : null;
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
