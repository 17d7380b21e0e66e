/** The name that a text message comes from: letters and digits of ASCII, at most 11, or the message is refused. */
import { SMS_SENDER_MAX } from "../sms.ts";
import type { Municipality } from "../municipalities.ts";

const ASCII: Record<string, string> = { æ: "ae", ø: "oe", å: "aa", Æ: "Ae", Ø: "Oe", Å: "Aa" };

/** The municipality's name in ASCII; a name that is too long would be cut, so it becomes »Kommunen«. */
export function smsSenderOf(municipality: Pick<Municipality, "name">): string {
  const name = municipality.name
    .replaceAll(/[æøåÆØÅ]/g, (c) => ASCII[c] ?? c)
    .replaceAll(/[^A-Za-z0-9]/g, "");
  return name.length <= SMS_SENDER_MAX ? name : "Kommunen";
}
