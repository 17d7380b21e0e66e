import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import {
  answer,
  answerAll,
  closeGate,
  EVERYTHING,
  focusedField,
  goOn,
  part,
  shownAnswers,
  storages,
} from "./answering.ts";
import { phones } from "./phones.ts";

const { round, openPhone } = phones();
const status = (page: Page) => page.getByRole("status");

describe("the questionnaire with script", () => {
  it("takes the code from the link out of the address bar and keeps it in the tab", async () => {
    const code = round().newCode("0751");
    const page = await openPhone(`/aarhus/#${code.toLowerCase().replaceAll("-", "")}`);
    expect(page.url()).toBe(`${round().url}/aarhus/`);
    await page.reload();
    await page.goto(`${round().url}/aarhus/#d5`);
    expect(await page.inputValue("#code")).toBe(code);
  });

  it("stores every answer from the first part to the receipt, and then nothing stays on the phone", async () => {
    const code = round().newCode("0751");
    const page = await openPhone(`/aarhus/#${code}`);
    await answerAll(page, EVERYTHING);
    await page.getByRole("button", { name: "Send mine svar" }).click();
    await page.waitForURL("**/aarhus/tak/");
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Tak for dine svar");
    const [stored, ...others] = await round().stored(code);
    expect(stored).toMatchObject({ final: true, answers: EVERYTHING });
    expect(others).toEqual([]);
    expect(await storages(page)).toEqual({ session: [], local: [], cookies: "" });

    await page.goBack();
    expect(await shownAnswers(page)).toEqual({});
    expect(await page.inputValue("#code")).toBe("");
  });

  it("says »gemt« only when the server holds the newest answer", async () => {
    const code = round().newCode("0751");
    const page = await openPhone(`/aarhus/#${code}`);
    const openGate = await closeGate(page);
    const requested = page.waitForRequest("**/svar");
    await answer(page, "q1", 2);
    await requested;
    expect(await status(page).textContent()).toBe("");
    openGate();
    await page.getByText("Dine svar er gemt.").waitFor();
    expect(await round().stored(code)).toMatchObject([{ final: false, answers: { q1: 2 } }]);
  });

  it("saves at once on a new part and when the page is put away", async () => {
    const code = round().newCode("0751");
    const page = await openPhone(`/aarhus/#${code}`);
    await answer(page, "q2", 1);
    const onPart = page.waitForResponse("**/svar", { timeout: 3000 });
    await goOn(page, 1);
    expect((await onPart).status()).toBe(204);

    await answer(page, "q4", 5);
    const onLeaving = page.waitForRequest("**/svar", { timeout: 3000 });
    await page.evaluate(() => {
      Object.defineProperty(document, "visibilityState", { value: "hidden" });
      Object.defineProperty(document, "hidden", { value: true });
      document.dispatchEvent(new Event("visibilitychange"));
    });
    expect((await onLeaving).postDataJSON()).toMatchObject({ answers: { q2: "1", q4: "5" } });
  });

  it("goes on by Enter in a radio, and never sends by it", async () => {
    const code = round().newCode("0751");
    const page = await openPhone(`/aarhus/#${code}`);
    const posts: string[] = [];
    page.on("request", (request) => request.method() === "POST" && posts.push(request.url()));
    const parts = await page.locator("section").count();
    for (let number = 1; number <= parts; number++) {
      const radio = part(page, number).locator("input[type=radio]").first();
      await radio.check();
      await radio.press("Enter");
      if (number < parts) await part(page, number + 1).waitFor({ state: "visible" });
    }
    await page.locator("#code").press("Enter");
    expect(await part(page, parts).isVisible()).toBe(true);
    expect(posts).toEqual([]);
  });

  it("moves title and focus with the part, and back with the browser's own button", async () => {
    const page = await openPhone(`/aarhus/#${round().newCode("0751")}`);
    await goOn(page, 1);
    expect(await page.title()).toMatch(/^Del 2 af 5: Dit forløb – /);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("d2");
    await part(page, 2).getByRole("link", { name: "Tilbage" }).click();
    await part(page, 1).waitFor({ state: "visible" });
    expect(await page.title()).toMatch(/^Del 1 af 5: Mødet med jobcentret – /);
    await page.goBack();
    await part(page, 2).waitFor({ state: "visible" });
    expect(await part(page, 1).isVisible()).toBe(false);
  });

  it("asks about the interview only those who have had one, and drops what was hidden", async () => {
    const code = round().newCode("0751");
    const page = await openPhone(`/aarhus/#${code}`);
    await page.goto(`${round().url}/aarhus/#d3`);
    await answer(page, "q7", 3);
    await page.getByLabel("Jeg har ikke haft en samtale").check();
    expect(await part(page, 3).locator("fieldset").first().isVisible()).toBe(false);
    await page.goto(`${round().url}/aarhus/#d5`);
    await page.getByRole("button", { name: "Send mine svar" }).click();
    await page.waitForURL("**/tak/");
    expect(await round().stored(code)).toMatchObject([{ final: true, answers: { no_interview: true } }]);
  });

  it("asks question 14 in the words that fit the answer to 13", async () => {
    const page = await openPhone("/aarhus/#d5");
    const question = page.locator("#q14");
    const name = () => question.evaluate((area: HTMLTextAreaElement) => area.labels[0]?.innerText);
    expect(await name()).toBe("Vil du uddybe, hvorfor du har svaret sådan?");
    for (const [code, word] of [
      [1, "været tilfreds"],
      [5, "været utilfreds"],
      [3, "svaret sådan"],
      [8, "svaret sådan"],
    ] as const) {
      await answer(page, "q13", code);
      expect(await name()).toBe(`Vil du uddybe, hvorfor du har ${word}?`);
      expect(await page.getByRole("textbox", { name: `hvorfor du har ${word}?` }).count()).toBe(1);
    }
  });

  it("undoes a chosen answer, with the focus kept in the question", async () => {
    const code = round().newCode("0751");
    const page = await openPhone(`/aarhus/#${code}`);
    await answer(page, "q1", 4);
    await answer(page, "q2", 4);
    await page.locator("#q1").getByRole("button", { name: "Ryd svar" }).click();
    expect(await shownAnswers(page)).toEqual({ q2: "4" });
    expect(await focusedField(page)).toBe("q1");
    expect(await page.locator("#q1").getByRole("button").count()).toBe(0);
    await page.getByText("Dine svar er gemt.").waitFor();
    expect(await round().stored(code)).toMatchObject([{ answers: { q2: 4 } }]);
  });

  it("shows the municipality's own term and its own questions in a part after 15", async () => {
    const code = round().newCode("0461");
    const page = await openPhone(`/odense/#${code}`);
    expect(await part(page, 1).getByText("mødt med tillid i kommunen?").count()).toBe(1);
    await answerAll(page, { q1: 1, l1: 2, l2: "Gerne aftener." });
    expect(await page.title()).toMatch(/^Del 6 af 6: Spørgsmål fra Odense Kommune – /);
    await page.getByRole("button", { name: "Send mine svar" }).click();
    await page.waitForURL("**/odense/tak/");
    expect(await round().stored(code)).toMatchObject([{ answers: { q1: 1, l1: 2, l2: "Gerne aftener." } }]);
  });
});

const sendFromLastPart = async (page: Page): Promise<void> => {
  await page.goto(`${round().url}/aarhus/#d5`);
  await page.getByRole("button", { name: "Send mine svar" }).click();
};

describe("what the questionnaire answers when it cannot send", () => {
  it("tells a slip from a code nobody has, without asking the server", async () => {
    const page = await openPhone("/aarhus/");
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    await answer(page, "q1", 1);
    await page.goto(`${round().url}/aarhus/#d5`);
    for (const [typed, sentence] of [
      ["", "Skriv koden fra dit brev."],
      ["EBQB-GAQQ-E3Y3-P64J", "Der er en slåfejl i koden."],
      ["EBQB-GAQQ", "Der er en slåfejl i koden."],
    ] as const) {
      await page.locator("#code").fill(typed);
      await page.getByRole("button", { name: "Send mine svar" }).click();
      await page.getByRole("alert").getByText(sentence).waitFor();
      expect(await page.evaluate(() => document.activeElement?.id)).toBe("fejl");
      expect(await page.title()).toMatch(/^Fejl: /);
      expect(await page.locator("#code").getAttribute("aria-invalid")).toBe("true");
    }
    expect(requests).toEqual([]);

    await page.getByRole("alert").getByRole("link").click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("code");
    const code = round().newCode("0751");
    await page.locator("#code").fill(code);
    await page.getByRole("button", { name: "Send mine svar" }).click();
    await page.waitForURL("**/tak/");
    expect(await round().stored(code)).toMatchObject([{ answers: { q1: 1 } }]);
  });

  it("tells a slip in the link at once; what an app has put around the code is none", async () => {
    const page = await openPhone("/aarhus/#EBQB-GAQQ-E3Y3-P64J");
    await page.getByRole("alert").getByText("Der er en slåfejl i koden.").waitFor();
    const code = round().newCode("0751");
    for (const link of [`${code}.`, `%20${code})`]) {
      await page.goto(`${round().url}/aarhus/#${link}`);
      await page.waitForFunction(
        (whole) => document.querySelector<HTMLInputElement>("#code")?.value === whole,
        code,
      );
      await page.getByRole("alert").waitFor({ state: "hidden" });
    }
    await answer(page, "q1", 1);
    await page.getByText("Dine svar er gemt.").waitFor();
    expect(await round().stored(code)).toMatchObject([{ answers: { q1: 1 } }]);
  });

  it("keeps what the browser has put back, when the code is typed afterwards", async () => {
    const page = await openPhone("/aarhus/");
    await answer(page, "q1", 1);
    await page.getByRole("link", { name: "Læs om dine data" }).click();
    await page.waitForURL("**/privatliv/**");
    await page.goBack();
    await page.waitForFunction(() => document.querySelector("[name=q1]:checked"));
    const code = round().newCode("0751");
    await page.evaluate(() => (location.hash = "d5"));
    await page.locator("#code").fill(code);
    await page.getByRole("button", { name: "Send mine svar" }).click();
    await page.waitForURL("**/tak/");
    expect(await round().stored(code)).toMatchObject([{ final: true, answers: { q1: 1 } }]);
  });

  it("takes no form without an answer", async () => {
    const code = round().newCode("0751");
    const page = await openPhone(`/aarhus/#${code}`);
    await sendFromLastPart(page);
    await page.getByRole("alert").getByText("Du har ikke svaret").waitFor();
    expect(await round().stored(code)).toEqual([]);
  });

  it("says that a code is unknown here, keeps the answers, and sends them with the right one", async () => {
    const other = round().newCode("0461");
    const page = await openPhone(`/aarhus/#${other}`);
    await answer(page, "q3", 2);
    await sendFromLastPart(page);
    await page.getByRole("alert").getByText("Vi kender ikke koden her.").waitFor();
    const code = round().newCode("0751");
    await page.locator("#code").fill(code);
    await page.getByRole("button", { name: "Send mine svar" }).click();
    await page.waitForURL("**/tak/");
    expect(await round().stored(code)).toMatchObject([{ final: true, answers: { q3: 2 } }]);
    expect(await round().stored(other)).toEqual([]);
  });

  it("points at a text that is too long, and cuts nothing", async () => {
    const code = round().newCode("0751");
    const page = await openPhone(`/aarhus/#${code}`);
    await page.goto(`${round().url}/aarhus/#d5`);
    const text = "æ".repeat(4001);
    await answer(page, "q15", text);
    await page.getByRole("button", { name: "Send mine svar" }).click();
    await page.getByRole("alert").getByText("Din tekst må højst være 4.000 tegn.").waitFor();
    expect(await page.inputValue("#q15")).toBe(text);
    await answer(page, "q15", "👍".repeat(4000));
    await page.getByRole("button", { name: "Send mine svar" }).click();
    await page.waitForURL("**/tak/");
    expect(await round().stored(code)).toMatchObject([{ answers: { q15: "👍".repeat(4000) } }]);
  });

  it("tells who has sent before that the first answers count", async () => {
    const code = round().newCode("0751");
    const second = await openPhone(`/aarhus/#${code}`);
    const first = await openPhone(`/aarhus/#${code}`);
    await answer(first, "q1", 1);
    await sendFromLastPart(first);
    await first.waitForURL("**/tak/");
    // Its drafts are on the way when the first is sent: otherwise the page says so and there is nothing to send.
    await second.route("**/svar", (route) =>
      route.request().method() === "PUT" ? route.abort() : route.continue(),
    );
    await answer(second, "q1", 5);
    await sendFromLastPart(second);
    await second.waitForURL("**/tak/");
    await second.getByText("Har du sendt før, gælder de første svar.").waitFor();
    expect(await round().stored(code)).toMatchObject([{ final: true, answers: { q1: 1 } }]);
  });

  it("tells at once who has sent that nothing more is to be done", async () => {
    const code = round().newCode("0751");
    const first = await openPhone(`/aarhus/#${code}`);
    await answer(first, "q1", 1);
    await sendFromLastPart(first);
    await first.waitForURL("**/tak/");
    const again = await openPhone(`/aarhus/#${code}`);
    await again.getByRole("heading", { name: "Vi har fået dine svar. Du behøver ikke gøre mere." }).waitFor();
    expect(await again.evaluate(() => document.activeElement?.id)).toBe("slut");
    expect(await part(again, 1).isVisible()).toBe(false);
    expect(await status(again).textContent()).toBe("");
    expect((await storages(again)).local).toEqual([]);
    await again.locator("summary").click();
    expect(await again.getByRole("link", { name: "Slet også det, vi har gemt" }).count()).toBe(1);
  });

  it("saves again when a text that was too large has been made shorter", async () => {
    const code = round().newCode("0751");
    const page = await openPhone(`/aarhus/#${code}`);
    await page.evaluate(() => (location.hash = "d5"));
    await answer(page, "q15", "æ".repeat(140_000));
    await page.getByText("fylder for meget").waitFor();
    await answer(page, "q15", "Kort.");
    await page.getByText("Dine svar er gemt.").waitFor();
    expect(await round().stored(code)).toMatchObject([{ answers: { q15: "Kort." } }]);
  });

  it("says nothing more of a problem that is being mended", async () => {
    const page = await openPhone(`/aarhus/#${round().newCode("0751")}`);
    await sendFromLastPart(page);
    await page.getByRole("alert").getByText("Du har ikke svaret").waitFor();
    await answer(page, "q13", 2);
    expect(await page.getByRole("alert").count()).toBe(0);
    expect(await page.title()).not.toMatch(/^Fejl/);
  });

  it("tries again after no connection, says so calmly, and sends once", async () => {
    const code = round().newCode("0751");
    const page = await openPhone(`/aarhus/#${code}`);
    await answer(page, "q1", 3);
    await page.route("**/svar", (route) => route.abort());
    await goOn(page, 1);
    await status(page).getByText("Dine svar ligger på telefonen").waitFor();
    await sendFromLastPart(page);
    await status(page).getByText("Lad siden være åben").waitFor();
    await page.unroute("**/svar");
    await page.waitForURL("**/tak/");
    expect(await round().stored(code)).toMatchObject([{ final: true, answers: { q1: 3 } }]);
  });
});
