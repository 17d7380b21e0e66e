/** The day in Denmark: only here a moment becomes a date. */
import type { IsoDate } from "#survey/dates.ts";

const copenhagen = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Copenhagen" });

/** The calendar day in Copenhagen at a moment. */
export const copenhagenDay = (moment: Date): IsoDate => copenhagen.format(moment);
