/** `npm run check:tunnel`: packets really lost, at each moment of the interview, and how long the answers take afterwards. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerThese, copied, EVERYTHING, shownAnswers } from "./answering.ts";
import { Line } from "./line.ts";
import { phoneNamespace, SERVER_ADDRESS, type PhoneNamespace } from "./phoneNamespace.ts";
import { extrasCome } from "./phones.ts";
import { serveRound, type ServedRound } from "./servedRound.ts";

const ANSWERS = Object.entries(EVERYTHING);
const SHOWN = Object.fromEntries(ANSWERS.map(([name, value]) => [name, String(value)]));
const PATIENCE = { timeout: 120_000 };
/** After the link is back. */
const ARRIVAL_MS = 6000;

const send = async (page: Page): Promise<void> => {
  await page.evaluate(() => (location.hash = "d5"));
  await page.getByRole("button", { name: "Send mine svar" }).click();
};

describe.skipIf(process.env["TUNNEL"] !== "packets")("packets lost without a word", () => {
  let round: ServedRound;
  let phone: PhoneNamespace;
  let line: Line;
  let browser: Browser;
  beforeAll(async () => {
    [round, phone] = await Promise.all([serveRound(), phoneNamespace()]);
    // The server on the phone's network; nothing is cut here.
    line = await Line.open(round.url, SERVER_ADDRESS);
    browser = await phone.launch(`http://${SERVER_ADDRESS}:${line.port}`);
  });
  afterAll(async () => {
    await browser.close();
    await line.close();
    phone.close();
    await round.stop();
  });

  it("after 0 to 15 answers: all are kept, restored by a reload, and arrive when the link is back", async () => {
    const people: { code: string; page: Page; given: number }[] = [];
    for (let given = 0; given <= ANSWERS.length; given++) {
      const code = round.newCode("0751");
      const page = await (await browser.newContext()).newPage();
      await page.goto(`http://${SERVER_ADDRESS}:${line.port}/aarhus/#${code}`);
      await extrasCome(page);
      await copied(page);
      await answerThese(page, ANSWERS.slice(0, given));
      people.push({ code, page, given });
    }
    await phone.cut();
    await Promise.all(
      people.map(async ({ page, given }) => {
        await answerThese(page, ANSWERS.slice(given));
        await page.reload();
        await expect.poll(() => shownAnswers(page), PATIENCE).toEqual(SHOWN);
        await send(page);
        await page.getByText("Lad siden være åben").waitFor(PATIENCE);
        expect(await page.evaluate(() => navigator.onLine)).toBe(true);
      }),
    );
    // Deep in the tunnel: the phone has tried again and again.
    await new Promise((resolve) => setTimeout(resolve, 20_000));
    const arrived = new Map<string, number>();
    const back = performance.now();
    line.onArrival = (data) => {
      for (const { code } of people) {
        if (data.includes(code.replaceAll("-", "")) && !arrived.has(code))
          arrived.set(code, performance.now() - back);
      }
    };
    await phone.mend();
    const receipts = await Promise.all(
      people.map(async ({ page }) => {
        await page.waitForURL("**/aarhus/tak/", PATIENCE);
        return performance.now() - back;
      }),
    );
    const arrivals = people.map(({ code }) => arrived.get(code) ?? Infinity);
    console.log(`after the link is back, ms:
      final answers at the server ${arrivals.map(Math.round).join(" ")}
      receipt on the phone ${receipts.map(Math.round).join(" ")}`);
    for (const { code } of people) {
      const [stored, ...others] = await round.stored(code);
      expect(stored).toMatchObject({ final: true, answers: EVERYTHING });
      expect(others).toEqual([]);
    }
    expect(Math.max(...arrivals)).toBeLessThanOrEqual(ARRIVAL_MS);
  }, 600_000);
});
