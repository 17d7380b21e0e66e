import { describe, expect, it } from "vitest";
import { LANGUAGES } from "#survey/languages.ts";
import { TEXTS } from "#survey/texts/tables.ts";
import { answer, answerAll, goOn, part, shownAnswers } from "./answering.ts";
import { phones } from "./phones.ts";

const { round, openPhone } = phones({ languages: [...LANGUAGES] });

describe("a citizen who changes the language", () => {
  it("keeps code and answers, answers in English, and gets the receipt in English; codes are stored, no words", async () => {
    const code = round().newCode("0461");
    const page = await openPhone(`/odense/#${code}`);
    await answer(page, "q1", 2);
    await page.getByText("Dine svar er gemt.").waitFor();
    await page.getByRole("link", { name: "English" }).click();
    await page.waitForURL("**/odense/en/");
    await expect.poll(() => shownAnswers(page), { timeout: 20_000 }).toEqual({ q1: "2" });
    expect(await page.inputValue("#code")).toBe(code);
    expect(
      await page
        .getByRole("group", { name: "Do you feel that you are met with trust at the municipality?" })
        .count(),
    ).toBe(1);

    await answerAll(page, { q1: 1, q13: 5, q14: "Too slow.", l1: 3, l2: "Flere tider." });
    const last = part(page, 6);
    expect(await last.getByRole("group").getAttribute("lang")).toBe(null);
    expect(
      await last
        .getByText("Hvad kan vi gøre bedre")
        .evaluate((e) => e.closest("[lang]")?.getAttribute("lang")),
    ).toBe("da");
    await page.getByText("Your answers have been saved.").waitFor();
    await page.getByRole("button", { name: "Send my answers" }).click();
    await page.waitForURL("**/odense/en/tak/");
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Thank you for your answers");
    expect(await round().stored(code)).toMatchObject([
      { final: true, answers: { q1: 1, q13: 5, q14: "Too slow.", l1: 3, l2: "Flere tider." } },
    ]);
  });

  it("finds every page in the language of the page before", async () => {
    const page = await openPhone("/uk/");
    const { front, footer, interview, privacy } = TEXTS.uk;
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe(front.title);
    await page.getByRole("link", { name: "Odense" }).click();
    await page.waitForURL("**/odense/uk/");
    await page.getByRole("link", { name: interview.more }).click();
    await page.waitForURL("**/uk/privatliv/#odense");
    expect(await page.locator("#odense").getByText(privacy.controllerLabel).isVisible()).toBe(true);
    await page.getByRole("link", { name: footer.accessibility }).click();
    await page.waitForURL("**/uk/was/");
    await page.getByRole("link", { name: "Dansk" }).click();
    await page.waitForURL("**/was/");
    expect(await page.locator("html").getAttribute("lang")).toBe("da");
  });
});

describe("the questionnaire in Arabic", () => {
  const { mistakes, summary, fieldErrors, interview } = TEXTS.ar;

  it("runs from right to left: the radio stands to the right of its answer, the code from left to right", async () => {
    const page = await openPhone("/aarhus/ar/");
    const box = async (selector: string) =>
      (await page.locator(selector).first().boundingBox()) ?? { x: 0, width: 0 };
    const [radio, row] = [await box("#q1 input"), await box("#q1 label")];
    expect(radio.x + radio.width / 2).toBeGreaterThan(row.x + row.width / 2);
    const direction = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((e) => getComputedStyle(e).direction);
    expect([
      await direction("html"),
      await direction("#code"),
      await direction("footer a[href^=tel]"),
    ]).toEqual(["rtl", "ltr", "ltr"]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });

  it("says in Arabic that the code has a slip", async () => {
    const page = await openPhone("/aarhus/ar/#d5");
    await answer(page, "q13", 1);
    await page.locator("#code").fill("EBQB-GAQQ");
    await page.getByRole("button", { name: interview.send }).click();
    await page.getByRole("alert").getByText(mistakes.codeSlip).waitFor();
    expect(await page.title()).toMatch(new RegExp(`^${summary.titlePrefix}`));
  });

  it("says without script in Arabic what is wrong, and keeps the answers", async () => {
    const page = await openPhone("/aarhus/ar/", { javaScriptEnabled: false });
    await answer(page, "q1", 4);
    for (const number of [1, 2, 3, 4]) await goOn(page, number);
    await page.locator("#code").fill("0000-0000-0000-0001");
    await page.getByRole("button", { name: interview.send }).click();
    await page.getByRole("alert").getByText(fieldErrors.unknown_code_here).waitFor();
    expect(await page.locator("html").getAttribute("dir")).toBe("rtl");
    expect(await page.locator("#q1 [value='4']").isChecked()).toBe(true);
  });
});
