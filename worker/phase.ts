/** Whether the round takes answers: from the first day 00:00 to the last day 24:00, Europe/Copenhagen. */
import type { IsoDate } from "#survey/dates.ts";

export type Phase = "before" | "open" | "after";

/** The Swedish way of writing a date is YYYY-MM-DD. */
const COPENHAGEN = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Copenhagen" });

/** The calendar day in Denmark at a moment. */
export const dayInDenmark = (ms: number): IsoDate => COPENHAGEN.format(ms);

export function phaseOn(day: IsoDate, field: { opens: IsoDate; closes: IsoDate }): Phase {
  if (day < field.opens) return "before";
  return day > field.closes ? "after" : "open";
}
