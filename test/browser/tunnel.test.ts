import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerThese, copied, everythingKept, EVERYTHING, shownAnswers, storages } from "./answering.ts";
import { Line } from "./line.ts";
import { extrasCome, phones } from "./phones.ts";
import { troubledServer, type TroubledServer } from "./troubledServer.ts";

const { round, openPhone } = phones();
const ANSWERS = Object.entries(EVERYTHING);
/** A machine under load; what is measured is measured by `npm run check:tunnel`. */
const PATIENCE = { timeout: 60_000 };

const shown = (answers: typeof ANSWERS): Record<string, string> =>
  Object.fromEntries(answers.map(([name, value]) => [name, String(value)]));

/** Until the page says it, with its clock ahead of ours: nobody waits through quiet seconds and time limits. */
const saysSoon = (page: Page, sentence: string): Promise<void> =>
  expect
    .poll(async () => {
      await page.clock.fastForward(1000);
      return page.locator("main > [role=status]").textContent();
    }, PATIENCE)
    .toContain(sentence);

const send = async (page: Page): Promise<void> => {
  await page.evaluate(() => (location.hash = "d5"));
  await page.getByRole("button", { name: "Send mine svar" }).click();
};

describe("a link that is cut", () => {
  let line: Line;
  const through = () => `http://localhost:${line.port}`;
  beforeAll(async () => {
    line = await Line.open(round().url);
  });
  afterAll(() => line.close());

  /** A phone whose address goes over the line, with the copy for the tunnel on it. */
  async function open(code: string): Promise<Page> {
    const page = await openPhone("/was/");
    await page.clock.install();
    await page.goto(`${through()}/aarhus/#${code}`);
    await extrasCome(page);
    await copied(page);
    return page;
  }

  it("loses no answer, whenever it was cut: the reload in the tunnel has all, and all arrive", async () => {
    const phonesAt = await Promise.all(
      [0, 5, 10, 15].map(async (given) => {
        const code = round().newCode("0751");
        const page = await open(code);
        await answerThese(page, ANSWERS.slice(0, given));
        return { code, page, given };
      }),
    );
    line.cut();
    await Promise.all(
      phonesAt.map(async ({ page, given }) => {
        await answerThese(page, ANSWERS.slice(given));
        await saysSoon(page, "Dine svar ligger på telefonen");
        expect(await page.evaluate(() => navigator.onLine)).toBe(true);
        await page.reload();
        await extrasCome(page);
        await expect.poll(() => shownAnswers(page), PATIENCE).toEqual(shown(ANSWERS));
        await send(page);
        await saysSoon(page, "Lad siden være åben");
      }),
    );
    line.mend();
    await Promise.all(
      phonesAt.map(async ({ code, page }) => {
        await page.waitForURL("**/aarhus/tak/", PATIENCE);
        const [stored, ...others] = await round().stored(code);
        expect(stored).toMatchObject({ final: true, answers: EVERYTHING });
        expect(others).toEqual([]);
      }),
    );
  });

  it("keeps two people on one phone apart, in the tunnel too", async () => {
    const [anna, bo] = [round().newCode("0751"), round().newCode("0751")];
    const page = await open(anna);
    line.cut();
    await answerThese(page, [
      ["q1", 1],
      ["q15", "Annas ord"],
    ]);
    await page.goto(`${through()}/aarhus/#${bo}`);
    await expect.poll(() => page.inputValue("#code"), PATIENCE).toBe(bo);
    expect(await shownAnswers(page)).toEqual({});
    await answerThese(page, [["q2", 2]]);
    await send(page);
    await saysSoon(page, "Lad siden være åben");
    line.mend();
    await page.waitForURL("**/tak/", PATIENCE);
    expect(await round().stored(bo)).toMatchObject([{ final: true, answers: { q2: 2 } }]);
    await page.goto(`${through()}/aarhus/#${anna}`);
    await expect.poll(() => shownAnswers(page), PATIENCE).toEqual({ q1: "1", q15: "Annas ord" });
    await page.getByText("Dine svar er gemt.").waitFor(PATIENCE);
    expect(await round().stored(anna)).toMatchObject([{ answers: { q1: 1, q15: "Annas ord" } }]);
  });

  it("leaves on the phone a copy of the pages, and no code or answer in any storage", async () => {
    const code = round().newCode("0751");
    const page = await open(code);
    // From the copy, so that what the service worker is asked for holds the code.
    await page.goto("about:blank");
    await page.goto(`${through()}/aarhus/#${code}`);
    await extrasCome(page);
    await answerThese(page, [["q15", "hemmeligt"]]);
    await page.getByText("Dine svar er gemt.").waitFor(PATIENCE);
    const secrets = [code, code.replaceAll("-", ""), "hemmeligt"];
    const before = await everythingKept(page);
    // In this tab only.
    const held = before.replaceAll(`code=${code.replaceAll("-", "")}`, "");
    for (const secret of secrets) expect(held).not.toContain(secret);
    expect(before).toContain(`${through()}/aarhus/tak/`);

    await send(page);
    await page.waitForURL("**/tak/", PATIENCE);
    const after = await everythingKept(page);
    for (const secret of secrets) expect(after).not.toContain(secret);
    expect(after).not.toContain("indexedDB");
    expect(await storages(page)).toEqual({ session: [], local: [], cookies: "" });
  });
});

describe("a server in trouble", () => {
  let server: TroubledServer;
  beforeAll(async () => {
    server = await troubledServer(round().url);
  });
  afterAll(() => server.close());

  async function open(code: string): Promise<Page> {
    const page = await openPhone("/was/");
    await page.clock.install();
    await page.goto(`${server.url}/aarhus/#${code}`);
    await extrasCome(page);
    return page;
  }

  it.each(["hangs", "unavailable", "gone", "elsewhere", "late"] as const)(
    "that %s: »gemt« is not said, the answers arrive, and are stored once",
    async (mood) => {
      const code = round().newCode("0751");
      const page = await open(code);
      server.mood = mood;
      await answerThese(page, ANSWERS.slice(0, 3));
      await saysSoon(page, "Ingen forbindelse");
      await send(page);
      await saysSoon(page, "Lad siden være åben");
      server.mood = "well";
      await page.waitForURL("**/tak/", PATIENCE);
      const { q1, q2, q3 } = EVERYTHING;
      expect(await round().stored(code)).toMatchObject([{ final: true, answers: { q1, q2, q3 } }]);
    },
  );
});
