/// <reference lib="dom" />
/** What somebody with a code sees once answers are on their way, are there, or can no longer be given. */
import type { Page } from "playwright-core";
import { answerEverything, go, type Place, type State } from "./place.ts";

const said = (page: Page): Promise<void> => page.locator("main > [role=status]:not(:empty)").waitFor();
const ended = (page: Page): Promise<void> => page.locator("#slut").waitFor();

async function withCode(page: Page, place: Place, code = place.newCode()): Promise<void> {
  await go(page, place, `${place.questionnaire}#${code}`);
}

const lastPart = (page: Page, { parts }: Place): Promise<string> =>
  page.evaluate((part) => (location.hash = part), `d${parts}`);

async function send(page: Page, place: Place): Promise<void> {
  await answerEverything(page);
  await lastPart(page, place);
  await page.locator("[name=send]").click();
}

/** In the order in which a citizen meets them. */
export const afterwards: readonly State[] = [
  {
    name: "saved",
    async open(page, place) {
      await withCode(page, place);
      await page.locator("#d1 .option").first().click();
      await said(page);
    },
  },
  {
    name: "no-link",
    async open(page, place) {
      await withCode(page, place);
      await page.context().setOffline(true);
      await page.locator("#d1 .option").first().click();
      await said(page);
    },
  },
  {
    name: "final-pending",
    async open(page, place) {
      await withCode(page, place);
      await page.context().setOffline(true);
      await send(page, place);
      await said(page);
    },
  },
  {
    name: "answered",
    async open(page, place) {
      const code = place.newCode();
      await withCode(page, place, code);
      await send(page, place);
      await page.waitForURL("**/tak/");
      await go(page, place, `${place.questionnaire}#${code}`);
      await ended(page);
    },
  },
  {
    name: "withdrawn",
    async open(page, place) {
      const code = place.newCode();
      await go(page, place, `${place.questionnaire}afmeld/`);
      await page.locator("#code").fill(code);
      await page.locator("[name=withdraw]").setChecked(true);
      await page.locator("main form .button").click();
      await page.waitForURL("**/afmeld/slettet/");
      await go(page, place, `${place.questionnaire}#${code}`);
      await ended(page);
    },
  },
  {
    name: "closed",
    async open(page, place) {
      await page.clock.setFixedTime(new Date("9999-12-31T12:00:00Z"));
      await go(page, place, place.questionnaire);
      await ended(page);
    },
  },
];
