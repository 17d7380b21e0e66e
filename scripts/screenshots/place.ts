/// <reference lib="dom" />
/** Where a state is looked at, and how a page is opened and answered there. */
import type { Page } from "playwright-core";
import type { Language } from "#survey/languages.ts";

export interface Place {
  /** `http://localhost:8787` */
  url: string;
  /** Whose questionnaire: `/odense/`, `/odense/ar/`. */
  questionnaire: string;
  /** Where the pages of all municipalities stand in the same language: `/`, `/ar/`. */
  root: string;
  slug: string;
  language: Language;
  /** Parts of the questionnaire. */
  parts: number;
  /** A code of the municipality that nobody has used. */
  newCode: () => string;
}

export interface State {
  /** Name of the picture: `part-3-answered`. */
  name: string;
  /** Brings a page there, wherever it is. */
  open: (page: Page, place: Place) => Promise<void>;
}

/** Opens an address as if for the first time, also when only the part after # differs from where the page is. */
export async function go(page: Page, { url }: Place, address: string): Promise<void> {
  await page.goto("about:blank");
  await page.goto(url + address);
  // The extras of a questionnaire come after the page.
  await page.waitForFunction(() => !document.querySelector("[data-extras]") || "extras" in window);
}

/** Chooses and writes something everywhere, as fingers would: each field says that it has changed. */
export const answerEverything = (page: Page): Promise<void> =>
  page.evaluate(() => {
    document.querySelectorAll("fieldset").forEach((group, i) => {
      const radios = group.querySelectorAll<HTMLInputElement>("input[type=radio]");
      radios[i % radios.length]?.click();
    });
    for (const field of document.querySelectorAll("textarea")) {
      field.value = "Min sagsbehandler hører efter, men det tager lang tid at få svar.";
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  });
