import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { offerVoice } from "../../scripts/screenshots/voice.ts";
import { answer, goOn, part } from "./answering.ts";
import { phones } from "./phones.ts";

const { round, openPhone } = phones();

const openTexts = async (): Promise<Page> => {
  const page = await openPhone(`/aarhus/#${round().newCode("0751")}`);
  await page.evaluate(() => (location.hash = "d5"));
  return page;
};
const saidAt = (page: Page, field: string) =>
  page.locator(`#${field} ~ [role=status]`).filter({ hasText: /\S/ });

describe("advice at a text", () => {
  it("says near the limit how much room is left, and cuts nothing of a paste", async () => {
    const page = await openTexts();
    await answer(page, "q15", "æ".repeat(3199));
    await page.locator("#q14").focus();
    await answer(page, "q14", "æ".repeat(3200));
    await page.locator("#q14 ~ [role=status]").getByText("800 tegn tilbage").waitFor();
    expect(await saidAt(page, "q15").count()).toBe(0);
    await answer(page, "q14", "æ".repeat(5000));
    await page.getByText("1000 tegn for meget. Gør teksten kortere.").waitFor();
    expect((await page.inputValue("#q14")).length).toBe(5000);
    await answer(page, "q14", "kort");
    await expect.poll(() => saidAt(page, "q14").count(), { timeout: 20_000 }).toBe(0);
  });

  it.each([
    ["Mit nummer er 070761-4280.", "»070761-4280« ligner et CPR-nummer.", "Mit nummer er ."],
    ["Ring 20 30 40 50 til mig", "»20 30 40 50« ligner et telefonnummer.", "Ring  til mig"],
    ["Skriv hanne@example.dk", "»hanne@example.dk« ligner en e-mailadresse.", "Skriv "],
  ])("on %s, with the choice to take it out", async (text, sentence, mended) => {
    const page = await openTexts();
    await answer(page, "q15", text);
    await saidAt(page, "q15").getByText(sentence).waitFor();
    await page.getByRole("button", { name: "Fjern det" }).click();
    expect(await page.inputValue("#q15")).toBe(mended);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("q15");
    expect(await saidAt(page, "q15").count()).toBe(0);
  });

  it("is no order: what is left stays, is sent, and is not spoken of again", async () => {
    const code = round().newCode("0751");
    const page = await openPhone(`/aarhus/#${code}`);
    await page.evaluate(() => (location.hash = "d5"));
    const text = "Ring 20 30 40 50 til mig";
    await answer(page, "q15", text);
    await page.getByRole("button", { name: "Lad det stå" }).click();
    expect(await page.getByRole("button", { name: "Lad det stå" }).count()).toBe(0);
    await page.locator("#q15").press("End");
    await page.locator("#q15").pressSequentially(" nu");
    await page.getByRole("button", { name: "Send mine svar" }).click();
    await page.waitForURL("**/tak/");
    expect(await round().stored(code)).toMatchObject([{ final: true, answers: { q15: `${text} nu` } }]);
  });
});

const said = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const device: unknown = Reflect.get(window, "speechSynthesis");
    const texts: unknown = device && typeof device === "object" ? Reflect.get(device, "said") : [];
    return Array.isArray(texts) ? texts.map(String) : [];
  });

describe("reading aloud", () => {
  it("reads the part with the device's own voice, statement before options, and stops on the way on", async () => {
    const page = await openPhone("/was/");
    await offerVoice(page, { lang: "da-DK", localService: true });
    await page.goto(`${round().url}/aarhus/`);
    const button = part(page, 1).getByRole("button", { name: "Læs op" });
    await button.waitFor();
    expect(await said(page)).toEqual([]);
    await button.click();
    const heard = (await said(page)).filter((text) => text !== "(stop)");
    const statement = heard.findIndex((text) => text.startsWith("Oplever du at blive mødt med tillid"));
    expect(heard.slice(statement, statement + 7)).toEqual([
      expect.stringContaining("Oplever du at blive mødt med tillid i jobcentret?"),
      "I meget høj grad",
      "I høj grad",
      "I nogen grad",
      "I lav grad",
      "Slet ikke",
      "Ved ikke",
    ]);
    expect(heard.join(" ")).not.toMatch(/Ryd svar|Næste|Dit forløb/);
    await part(page, 1).getByRole("button", { name: "Stop oplæsning" }).waitFor();
    await goOn(page, 1);
    expect((await said(page)).at(-1)).toBe("(stop)");
    await part(page, 2).getByRole("button", { name: "Læs op" }).waitFor();
  });

  it.each([
    ["in another language", { lang: "en-GB", localService: true }],
    ["of a server, which would send the page away", { lang: "da-DK", localService: false }],
  ])("is not offered with a voice %s", async (_what, voice) => {
    const page = await openPhone("/was/");
    await offerVoice(page, voice);
    await page.goto(`${round().url}/aarhus/`);
    await page.waitForFunction(() => "extras" in window);
    expect(await page.getByRole("button", { name: "Læs op" }).count()).toBe(0);
  });
});
