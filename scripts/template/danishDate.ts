/** `2026-08-01` as a person reads it in Danish. */
import type { IsoDate } from "#survey/dates.ts";

const DANISH = new Intl.DateTimeFormat("da-DK", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});

/** `1. august 2026`. */
export const danishDate = (date: IsoDate): string => DANISH.format(new Date(`${date}T00:00:00Z`));
