/** One table of words a language. The type is the Danish table's: a word that is missing in another fails the build. */
import type { Language } from "../languages.ts";
import { ar } from "./ar.ts";
import { da } from "./da.ts";
import { en } from "./en.ts";
import type { Texts } from "./texts.ts";
import { uk } from "./uk.ts";

export const TEXTS: Readonly<Record<Language, Texts>> = { da, en, ar, uk };
