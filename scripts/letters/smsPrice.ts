/** What the text messages of a wave amount to: messages, parts, encoding, price. */
import { CliError } from "../errors.ts";
import type { SmsCounts } from "./smsFiles.ts";

/** One municipality's text messages, in words. */
export function smsLine({ messages, parts, encoding, landline, foreign, without }: SmsCounts): string {
  const apart = [
    ...(landline > 0 ? [`${landline} look like landlines`] : []),
    ...(foreign > 0 ? [`${foreign} are foreign`] : []),
    ...(without > 0 ? [`${without} without a number`] : []),
  ];
  const size = encoding === null ? "" : ` in ${parts} parts (${encoding.toUpperCase()})`;
  return `${messages} text messages${size}${apart.length > 0 ? `, ${apart.join(", ")}` : ""}`;
}

/** The price of a part in øre, or null when none is given. @throws CliError when it is no price. */
export function smsPriceOf(option: unknown): number | null {
  if (option === undefined) return null;
  const price = Number(option);
  if (Number.isFinite(price) && price > 0) return price;
  throw new CliError({
    what: "not a price",
    where: "--sms-price",
    how: "Give what one part costs in øre, as in --sms-price 25 or --sms-price 18.5.",
  });
}

/** A line on all text messages of the wave; none where nobody sends any. */
export function smsTotal(counts: readonly (SmsCounts | null)[], price: number | null): string[] {
  const sent = counts.filter((count) => count !== null);
  const parts = sent.reduce((sum, count) => sum + count.parts, 0);
  if (parts === 0) return [];
  const messages = sent.reduce((sum, count) => sum + count.messages, 0);
  const cost =
    price === null
      ? "; --sms-price <øre> shows what they cost"
      : `: ${((parts * price) / 100).toFixed(2)} kr. at ${price} øre a part`;
  return [`Text messages: ${messages} in ${parts} parts${cost}`];
}
