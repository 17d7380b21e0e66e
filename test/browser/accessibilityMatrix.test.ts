/**
 * Every state of the questionnaire and of the pages around it, in every view: axe finds nothing and the layout holds. From left
 * to right and from right to left. One browser, one round, one page a language; between views the page stays as it is.
 */
import { describe, expect, it } from "vitest";
import { ARABIC_ROUND } from "../../scripts/bench/page/arabicRound.ts";
import type { Place } from "../../scripts/screenshots/place.ts";
import { statesOf } from "../../scripts/screenshots/states.ts";
import { violations, type Question } from "./axe.ts";
import { layoutFaults, spaceText } from "./layout.ts";
import { phones } from "./phones.ts";

const { round, openPhone } = phones({
  languages: ["da", "ar"],
  translations: { ar: ARABIC_ROUND },
});

/** With local questions: six parts. */
const SLUG = "odense";
const MUNICIPALITY = "0461";
const PARTS = 6;
const PHONE = { width: 390, height: 844 };
/** All questions to axe in all views (minutes): scripts/bench/page/accessibility.ts asks for that. */
const FULL = process.env["BORGERSVAR_MATRIX"] === "full";

interface View {
  name: string;
  size: { width: number; height: number };
  media: { colorScheme?: "light" | "dark"; forcedColors?: "active" | "none" };
  /** What axe is asked in the full matrix. */
  ask: Question;
  /** What it is asked in every run of the tests, in one direction: every rule once, colours in both schemes. */
  quick?: { ltr?: Question; rtl?: Question };
}

const VIEWS: View[] = [
  {
    name: "light",
    size: PHONE,
    media: { colorScheme: "light", forcedColors: "none" },
    ask: "everything",
    quick: { ltr: "everything" },
  },
  {
    name: "dark",
    size: PHONE,
    media: { colorScheme: "dark" },
    ask: "everything",
    quick: { ltr: "colours" },
  },
  {
    name: "forced colours",
    size: PHONE,
    media: { colorScheme: "light", forcedColors: "active" },
    ask: "structure",
  },
  {
    name: "320 px",
    size: { width: 320, height: 568 },
    media: { forcedColors: "none" },
    ask: "everything",
    quick: { rtl: "everything" },
  },
  { name: "400 %", size: { width: 320, height: 256 }, media: {}, ask: "everything" },
  { name: "1280 px", size: { width: 1280, height: 900 }, media: {}, ask: "everything" },
];

describe.each([
  ["left to right", "ltr", ""],
  ["right to left", "rtl", "ar/"],
] as const)("%s", (_direction, direction, segment) => {
  it.each(statesOf(PARTS).map((state) => [state.name, state] as const))("%s", async (_name, state) => {
    const page = await openPhone("/404.html");
    const place: Place = {
      url: round().url,
      root: `/${segment}`,
      questionnaire: `/${SLUG}/${segment}`,
      slug: SLUG,
      parts: PARTS,
      language: segment ? "ar" : "da",
      newCode: () => round().newCode(MUNICIPALITY),
    };
    await state.open(page, place);
    const faults: string[] = [];
    for (const { name, size, media, ask, quick } of VIEWS) {
      await page.setViewportSize(size);
      await page.emulateMedia(media);
      const question = FULL ? ask : quick?.[direction];
      const found = question ? await violations(page, question) : [];
      faults.push(...[...found, ...(await layoutFaults(page))].map((fault) => `${name}: ${fault}`));
    }
    await page.setViewportSize({ width: 320, height: 256 });
    await spaceText(page, true);
    faults.push(...(await layoutFaults(page)).map((fault) => `spaced text: ${fault}`));
    expect(faults).toEqual([]);
  });
});
