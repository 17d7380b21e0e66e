/** `20. september 2026` of a calendar date. */
import type { IsoDate } from "#survey/dates.ts";

const FORMAT = new Intl.DateTimeFormat("da-DK", { dateStyle: "long", timeZone: "UTC" });

export const danishDate = (date: IsoDate): string => FORMAT.format(new Date(`${date}T00:00:00Z`));
