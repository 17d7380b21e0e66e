/// <reference lib="dom" />
/** Everything a citizen can have on the screen, in any language: how to get there from a new page. */
import type { Page } from "playwright-core";
import { afterwards } from "./afterwards.ts";
import { answerEverything, go, type Place, type State } from "./place.ts";
import { offerVoice } from "./voice.ts";

/** Passes the check symbol and belongs to nobody. */
export const UNKNOWN_CODE = "0000-0000-0000-0000";
/** One symbol of it is wrong. */
export const SLIP = "0000-0000-0000-0001";

/** Sends answers with a code that cannot be right, and waits for the summary of what is wrong. */
async function sendWith(page: Page, place: Place, code: string): Promise<void> {
  await go(page, place, `${place.questionnaire}#d${place.parts}`);
  await answerEverything(page);
  await page.locator("#code").fill(code);
  await page.locator("[name=send]").click();
  await page.locator("#fejl:visible").waitFor();
}

/** The document as the Worker gives it back to a browser without script. */
async function returned(page: Page, place: Place): Promise<void> {
  await go(page, place, place.questionnaire);
  await answerEverything(page);
  await Promise.all([
    page.waitForURL("**/svar*"),
    page.evaluate(() => {
      const [form] = document.forms;
      form?.insertAdjacentHTML("beforeend", "<input type=hidden name=send value=1>");
      if (form) HTMLFormElement.prototype.submit.call(form);
    }),
  ]);
  await page.locator("#fejl:visible").waitFor();
}

/** Every part, untouched or answered. */
const partStates = (parts: number, answered: boolean): State[] =>
  Array.from({ length: parts }, (_, i) => ({
    name: `part-${i + 1}${answered ? "-answered" : ""}`,
    async open(page, place) {
      await go(page, place, `${place.questionnaire}#d${i + 1}`);
      if (answered) await answerEverything(page);
    },
  }));

const pageState = (name: string, address: (place: Place) => string): State => ({
  name,
  open: (page, place) => go(page, place, address(place)),
});

/** In the order in which a citizen meets them. */
export const statesOf = (parts: number): State[] => [
  ...partStates(parts, false),
  ...partStates(parts, true),
  {
    name: "no-interview",
    async open(page, place) {
      await go(page, place, `${place.questionnaire}#d3`);
      await page.locator("[name=no_interview]").setChecked(true);
    },
  },
  {
    name: "delete-open",
    async open(page, place) {
      await go(page, place, place.questionnaire);
      await page.locator("summary").click();
    },
  },
  {
    name: "read-aloud",
    async open(page, place) {
      await offerVoice(page, { lang: place.language, localService: true });
      await go(page, place, place.questionnaire);
      await page.locator(".listen:visible").waitFor();
    },
  },
  {
    name: "text-warning",
    async open(page, place) {
      await go(page, place, `${place.questionnaire}#d5`);
      await page.locator("#q14 ~ .hint").first().waitFor({ state: "attached" });
      await page.locator("#q14").fill("Ring på 20 30 40 50, så fortæller jeg mere.");
      await page.locator("#q14 ~ p button:visible").first().waitFor();
    },
  },
  { name: "code-missing", open: (page, place) => sendWith(page, place, "") },
  { name: "code-slip", open: (page, place) => sendWith(page, place, SLIP) },
  {
    name: "code-unknown",
    open: (page, place) => sendWith(page, place, UNKNOWN_CODE),
  },
  { name: "returned-by-server", open: returned },
  ...afterwards,
  pageState("receipt", ({ questionnaire }) => `${questionnaire}tak/`),
  pageState("opt-out", ({ questionnaire }) => `${questionnaire}afmeld/`),
  pageState("opted-out", ({ questionnaire }) => `${questionnaire}afmeld/ok/`),
  pageState("deleted", ({ questionnaire }) => `${questionnaire}afmeld/slettet/`),
  pageState("privacy", ({ root }) => `${root}privatliv/`),
  pageState("privacy-municipality", ({ root, slug }) => `${root}privatliv/#${slug}`),
  pageState("accessibility", ({ root }) => `${root}was/`),
  pageState("front", ({ root }) => root),
  {
    name: "front-search",
    async open(page, place) {
      await go(page, place, place.root);
      await page.locator("input[type=search]").fill("o");
    },
  },
  {
    name: "front-unknown-code",
    async open(page, place) {
      await go(page, place, place.root);
      await page.locator("#code").fill(UNKNOWN_CODE);
      await page.locator("#code").press("Enter");
      await page.locator("#fejl:visible").waitFor();
    },
  },
  pageState("not-found", () => "/findes-ikke/"),
];
