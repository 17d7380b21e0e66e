/** Building blocks of round.json. */
import * as z from "zod";
import { isIsoDate } from "../dates.ts";
import { TRANSLATIONS } from "../languages.ts";

export const date = z.string().refine(isIsoDate, "must be a date that exists, as YYYY-MM-DD");
export const text = z.string().trim().min(1, "must not be empty");
export const list = z.array(text).default([]);
export const share = z.number().gt(0).lt(1);

/** One value a translation, for those that have it. */
export const translated = <T extends z.ZodType>(value: T) =>
  z.partialRecord(z.enum(TRANSLATIONS), value).default({});
