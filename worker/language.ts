/** The language of the document that a form stands in: its address ends in `?sprog=en`, a Danish form's in nothing. */
import type { Context, MiddlewareHandler } from "hono";
import { languageIn, ORIGINAL, segmentOf, type Language } from "#survey/languages.ts";
import { TEXTS } from "#survey/texts/tables.ts";
import type { Texts } from "#survey/texts/texts.ts";
import type { App } from "./env.ts";
import { roundOf } from "./round.ts";

/** Reads it, once a request; Danish for a language that the round is not open in. */
export const readLanguage: MiddlewareHandler<App> = async (c, next) => {
  const tag = c.req.query("sprog");
  if (tag !== undefined) c.set("language", languageIn((await roundOf(c.env)).edge.languages, tag));
  await next();
};

/** For dates among the words below. */
export const spokenIn = (c: Context<App>): Language => c.get("language") ?? ORIGINAL;

/** What the page's language calls things. */
export const wordsFor = (c: Context<App>): Texts => TEXTS[spokenIn(c)];

/** The segment of the pages in that language: `"en/"`, or `""` for the Danish ones. */
export const segmentFor = (c: Context<App>): string => segmentOf(spokenIn(c));
