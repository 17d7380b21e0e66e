import { describe, expect, it } from "vitest";
import { answer, answerAll, EVERYTHING, part, shownAnswers } from "./answering.ts";
import { phones } from "./phones.ts";

const { round, openPhone } = phones();
const NO_SCRIPT = { javaScriptEnabled: false };

describe("the questionnaire without script", () => {
  it("asks everything part by part and stores it with one POST", async () => {
    const code = round().newCode("0751");
    const page = await openPhone(`/aarhus/#${code}`, NO_SCRIPT);
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.method()));
    expect(await part(page, 1).isVisible()).toBe(true);
    expect(await part(page, 2).isVisible()).toBe(false);
    await answerAll(page, EVERYTHING);
    expect(requests).toEqual([]);
    await page.locator("#code").fill(code.toLowerCase());
    await page.getByRole("button", { name: "Send mine svar" }).click();
    await page.waitForURL("**/aarhus/tak/");
    expect(requests).toEqual(["POST", "GET"]);
    expect(await round().stored(code)).toMatchObject([{ final: true, answers: EVERYTHING }]);
  });

  it("goes back, skips the interview and pipes question 14 by style alone", async () => {
    const page = await openPhone("/aarhus/#d3", NO_SCRIPT);
    await page.getByLabel("Jeg har ikke haft en samtale").check();
    expect(await page.locator("#q7").isVisible()).toBe(false);
    await part(page, 3).getByRole("link", { name: "Tilbage" }).click();
    expect(await part(page, 2).isVisible()).toBe(true);
    await page.goBack();
    expect(await part(page, 3).isVisible()).toBe(true);
    expect(await page.getByLabel("Jeg har ikke haft en samtale").isChecked()).toBe(true);
    await page.goto(`${round().url}/aarhus/#d5`);
    await answer(page, "q13", 4);
    expect(
      await page.getByRole("textbox", { name: "Vil du uddybe, hvorfor du har været utilfreds?" }).count(),
    ).toBe(1);
    expect(await page.getByRole("button", { name: "Ryd svar" }).count()).toBe(0);
  });

  it("returns the form filled in after Enter in a radio, with nothing sent", async () => {
    const code = round().newCode("0751");
    const page = await openPhone("/aarhus/#d5", NO_SCRIPT);
    await page.locator("#code").fill(code);
    await answer(page, "q14", "Tak\n<b>& farvel</b>");
    await answer(page, "q13", 3);
    await page.locator("input[name=q13][value='3']").press("Enter");
    await page.waitForURL("**/svar");
    expect(await page.locator("#fejl").isVisible()).toBe(false);
    expect(await shownAnswers(page)).toEqual({ q13: "3", q14: "Tak\n<b>& farvel</b>" });
    expect(await page.inputValue("#code")).toBe(code);
    expect(await round().stored(code)).toEqual([]);
  });

  it("opens the returned form at the part where the citizen was", async () => {
    const page = await openPhone("/aarhus/#d2", NO_SCRIPT);
    await answer(page, "q5", 2);
    await page.locator("input[name=q5][value='2']").press("Enter");
    await page.waitForURL("**/svar");
    expect(await part(page, 2).isVisible()).toBe(true);
    expect(await part(page, 1).isVisible()).toBe(false);
  });

  it("returns the form filled in with the error on top and at the field, and takes it when it is mended", async () => {
    const code = round().newCode("0751");
    const page = await openPhone("/aarhus/", NO_SCRIPT);
    await answerAll(page, EVERYTHING);
    await page.getByRole("button", { name: "Send mine svar" }).click();
    await page.waitForURL("**/svar");
    expect(await page.title()).toMatch(/^Fejl: /);
    // The part with the problem is open, also before its link is followed.
    expect(await part(page, 5).isVisible()).toBe(true);
    await page.getByRole("alert").getByRole("link", { name: "Skriv koden fra dit brev." }).click();
    expect(await part(page, 5).isVisible()).toBe(true);
    expect(await page.locator("#code").getAttribute("aria-describedby")).toBe("code-e codeh");
    expect(await page.locator("#code-e").isVisible()).toBe(true);
    await page.locator("#code").fill(code);
    await page.getByRole("button", { name: "Send mine svar" }).click();
    await page.waitForURL("**/tak/");
    expect(await round().stored(code)).toMatchObject([{ final: true, answers: EVERYTHING }]);
  });

  it("finds the questionnaire by code, with the code filled in", async () => {
    const code = round().newCode("0169");
    const page = await openPhone("/", NO_SCRIPT);
    await page.locator("#code").fill(code);
    await page.getByRole("button", { name: "Find mit spørgeskema" }).click();
    expect(await page.locator("header p").textContent()).toBe("Høje-Taastrup Kommune");
    await answerAll(page, { q1: 2 });
    expect(await page.inputValue("#code")).toBe(code);
    await page.getByRole("button", { name: "Send mine svar" }).click();
    await page.waitForURL("**/hoeje-taastrup/tak/");
    expect(await round().stored(code)).toMatchObject([{ final: true, answers: { q1: 2 } }]);
  });

  it("is one usable form without styles too", async () => {
    const code = round().newCode("0751");
    const page = await openPhone("/", NO_SCRIPT);
    await page.route("**/aarhus/", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replace(/<style>[^]*?<\/style>/, "") });
    });
    await page.goto(`${round().url}/aarhus/`);
    for (const [name, value] of Object.entries(EVERYTHING)) await answer(page, name, value);
    await page.locator("#code").fill(code);
    await page.getByRole("button", { name: "Send mine svar" }).click();
    await page.waitForURL("**/tak/");
    expect(await round().stored(code)).toMatchObject([{ final: true, answers: EVERYTHING }]);
  });
});
