import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { answer, answerAll, closeGate, EVERYTHING, part, shownAnswers, storages } from "./answering.ts";
import { extrasCome, phones } from "./phones.ts";

const { round, openPhone } = phones();

const AS_SHOWN = Object.fromEntries(Object.entries(EVERYTHING).map(([name, value]) => [name, String(value)]));

/** A machine under load. */
const PATIENCE = { timeout: 20_000 };

/** The draft on the device is written beside the interview: waits until it is there. */
const draftWritten = async (page: Awaited<ReturnType<typeof openPhone>>, drafts = 1) =>
  page.waitForFunction((n) => Object.keys(localStorage).length === n, drafts);

/** As when another tab comes before this one, or this one comes back. */
const setHidden = (page: Page, hidden: boolean) =>
  page.evaluate((value) => {
    Object.defineProperty(document, "hidden", { value, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  }, hidden);

describe("the draft on the device", () => {
  it("restores every answer after a reload, and after the link is opened anew", async () => {
    const code = round().newCode("0751");
    const page = await openPhone(`/aarhus/#${code}`);
    await answerAll(page, EVERYTHING);
    await draftWritten(page);
    await page.reload();
    await expect.poll(() => shownAnswers(page), PATIENCE).toEqual(AS_SHOWN);
    expect(await part(page, 5).isVisible()).toBe(true);

    const again = await page.context().newPage();
    await again.goto(`${round().url}/aarhus/#${code}`);
    await expect.poll(() => shownAnswers(again), PATIENCE).toEqual(AS_SHOWN);
  });

  it("goes on as the same draft for the server", async () => {
    const code = round().newCode("0751");
    const page = await openPhone(`/aarhus/#${code}`);
    await answer(page, "q1", 1);
    await page.getByText("Dine svar er gemt.").waitFor();
    await page.reload();
    await expect.poll(() => shownAnswers(page), PATIENCE).toEqual({ q1: "1" });
    await answer(page, "q2", 2);
    await page.getByText("Dine svar er gemt.").waitFor();
    expect(await round().stored(code)).toMatchObject([{ final: false, answers: { q1: 1, q2: 2 } }]);
  });

  it("sends at the next opening what was being sent when the page was closed", async () => {
    const code = round().newCode("0751");
    const page = await openPhone(`/aarhus/#${code}`);
    await answer(page, "q1", 2);
    await page.goto(`${round().url}/aarhus/#d5`);
    const phone = page.context();
    await phone.setOffline(true);
    await page.getByRole("button", { name: "Send mine svar" }).click();
    await page.getByText("Ingen forbindelse").waitFor();
    await page.close();
    await phone.setOffline(false);
    const again = await phone.newPage();
    await again.goto(`${round().url}/aarhus/#${code}`);
    await again.waitForURL("**/aarhus/tak/", PATIENCE);
    expect(await round().stored(code)).toMatchObject([{ final: true, answers: { q1: 2 } }]);
    expect(await storages(again)).toEqual({ session: [], local: [], cookies: "" });
  });

  it("is nothing that can be read, and does not name the code", async () => {
    const code = round().newCode("0751");
    const page = await openPhone(`/aarhus/#${code}`);
    await answer(page, "q1", 3);
    await page.goto(`${round().url}/aarhus/#d5`);
    await answer(page, "q15", "hemmeligt");
    await draftWritten(page);
    const { local, cookies } = await storages(page);
    const text = local.join();
    for (const secret of ["hemmeligt", "answers", code, code.replaceAll("-", "")]) {
      expect(text).not.toContain(secret);
      expect(text).not.toContain(Buffer.from(secret).toString("base64").replace(/=+$/, ""));
    }
    expect(cookies).toBe("");
  });

  it("is gone after »Slet mine svar på denne telefon«, with the code", async () => {
    const code = round().newCode("0751");
    const page = await openPhone(`/aarhus/#${code}`);
    await answer(page, "q1", 3);
    await draftWritten(page);
    await page.getByText("Slet mine svar", { exact: true }).click();
    await page.getByRole("button", { name: "Slet mine svar på denne telefon" }).click();
    await page.getByText("Dine svar er slettet på denne telefon.").waitFor();
    expect(await shownAnswers(page)).toEqual({});
    expect(await storages(page)).toEqual({ session: [], local: [], cookies: "" });
    await page.reload();
    expect(await shownAnswers(page)).toEqual({});
  });

  it("goes when the closing date has passed, whoever's it is", async () => {
    const page = await openPhone("/");
    await page.evaluate(() => {
      localStorage.setItem("svar.gone", "2020-01-01 AAAA");
      localStorage.setItem("svar.open", "2999-01-01 AAAA");
      localStorage.setItem("other", "2020-01-01");
    });
    await page.goto(`${round().url}/aarhus/`);
    await extrasCome(page);
    expect((await storages(page)).local.toSorted()).toEqual([
      "other=2020-01-01",
      "svar.open=2999-01-01 AAAA",
    ]);
  });

  it("is no condition: with storage closed the questionnaire works", async () => {
    const code = round().newCode("0751");
    const page = await openPhone("/");
    await page.addInitScript(() => {
      for (const name of ["localStorage", "sessionStorage"]) {
        Object.defineProperty(window, name, {
          get: () => {
            throw new DOMException("closed", "SecurityError");
          },
        });
      }
    });
    await page.goto(`${round().url}/aarhus/#${code}`);
    await answerAll(page, EVERYTHING);
    await page.getByRole("button", { name: "Send mine svar" }).click();
    await page.waitForURL("**/tak/");
    expect(await round().stored(code)).toMatchObject([{ final: true, answers: EVERYTHING }]);
  });
});

describe("the same link in two tabs", () => {
  it("is one interview: who comes back to a tab goes on from what the other has kept", async () => {
    const code = round().newCode("0751");
    const first = await openPhone(`/aarhus/#${code}`);
    await answer(first, "q1", 1);
    await draftWritten(first);
    await setHidden(first, true);
    const second = await first.context().newPage();
    await second.goto(`${round().url}/aarhus/#${code}`);
    await expect.poll(() => shownAnswers(second), PATIENCE).toEqual({ q1: "1" });
    await answer(second, "q2", 2);
    await second.getByText("Dine svar er gemt.").waitFor();
    await setHidden(second, true);

    const loaded = first.waitForEvent("load");
    await setHidden(first, false);
    await loaded;
    await expect.poll(() => shownAnswers(first), PATIENCE).toEqual({ q1: "1", q2: "2" });
    await answer(first, "q3", 3);
    await first.getByText("Dine svar er gemt.").waitFor();
    expect(await round().stored(code)).toMatchObject([{ answers: { q1: 1, q2: 2, q3: 3 } }]);
  });
});

describe("two people on one phone", () => {
  it("never mix when the second link is opened in the same tab", async () => {
    const [anna, bo] = [round().newCode("0751"), round().newCode("0751")];
    const page = await openPhone(`/aarhus/#${anna}`);
    await answer(page, "q1", 1);
    await answer(page, "q2", 1);
    // Only the fragment differs: no page is loaded.
    await page.goto(`${round().url}/aarhus/#${bo}`);
    await expect.poll(() => page.inputValue("#code"), PATIENCE).toBe(bo);
    expect(await shownAnswers(page)).toEqual({});
    expect(page.url()).not.toContain(bo);
    await answer(page, "q1", 5);
    await page.getByText("Dine svar er gemt.").waitFor();

    await page.goto(`${round().url}/aarhus/#${anna}`);
    await expect.poll(() => shownAnswers(page), PATIENCE).toEqual({ q1: "1", q2: "1" });
    await page.getByText("Dine svar er gemt.").waitFor();
    const [ofAnna, ofBo] = [await round().stored(anna), await round().stored(bo)];
    expect(ofAnna).toMatchObject([{ answers: { q1: 1, q2: 1 } }]);
    expect(ofBo).toMatchObject([{ answers: { q1: 5 } }]);
    expect(ofAnna[0]?.client).not.toBe(ofBo[0]?.client);
  });

  it("never mix when a save of the first is still under way", async () => {
    const [anna, bo] = [round().newCode("0751"), round().newCode("0751")];
    const page = await openPhone(`/aarhus/#${anna}`);
    const openGate = await closeGate(page);
    const saving = page.waitForRequest("**/svar");
    await answer(page, "q1", 1);
    await saving;
    await page.goto(`${round().url}/aarhus/#${bo}`);
    await expect.poll(() => page.inputValue("#code"), PATIENCE).toBe(bo);
    const answered = page.waitForResponse("**/svar");
    openGate();
    await answered;
    expect(await page.getByRole("status").textContent()).toBe("");
    await answer(page, "q2", 2);
    await page.getByText("Dine svar er gemt.").waitFor();
    expect(await round().stored(bo)).toMatchObject([{ answers: { q2: 2 } }]);
    expect(await round().stored(anna)).toMatchObject([{ answers: { q1: 1 } }]);
  });

  it("never mix through the browser's Back, its memory of forms or a page kept alive", async () => {
    const [anna, bo] = [round().newCode("0751"), round().newCode("0751")];
    const page = await openPhone(`/aarhus/#${anna}`);
    await answer(page, "q1", 1);
    await draftWritten(page);
    await page.goto(`${round().url}/privatliv/`);
    await page.goto(`${round().url}/aarhus/#${bo}`);
    expect(await shownAnswers(page)).toEqual({});
    await answer(page, "q2", 2);
    await draftWritten(page, 2);
    await page.goBack();
    await page.goBack();
    // The tab is Bo's now: Anna's page comes back as his.
    await expect.poll(() => page.inputValue("#code"), PATIENCE).toBe(bo);
    await expect.poll(() => shownAnswers(page), PATIENCE).toEqual({ q2: "2" });
  });

  it("never mix when the second types a code below the first one's answers", async () => {
    const [anna, bo] = [round().newCode("0751"), round().newCode("0751")];
    const page = await openPhone(`/aarhus/#${anna}`);
    await answer(page, "q1", 1);
    await page.goto(`${round().url}/aarhus/#d5`);
    await page.locator("#code").fill(bo);
    expect(await shownAnswers(page)).toEqual({});
    await answer(page, "q13", 2);
    await page.getByRole("button", { name: "Send mine svar" }).click();
    await page.waitForURL("**/tak/");
    expect(await round().stored(bo)).toMatchObject([{ final: true, answers: { q13: 2 } }]);
  });

  it("keep the answers that were given before any code was typed", async () => {
    const code = round().newCode("0751");
    const page = await openPhone("/aarhus/");
    await answer(page, "q1", 4);
    await page.goto(`${round().url}/aarhus/#d5`);
    await page.locator("#code").pressSequentially(code.toLowerCase());
    await page.getByText("Dine svar er gemt.").waitFor();
    expect(await round().stored(code)).toMatchObject([{ final: false, answers: { q1: 4 } }]);
    await page.reload();
    await expect.poll(() => shownAnswers(page), PATIENCE).toEqual({ q1: "4" });
  });
});
