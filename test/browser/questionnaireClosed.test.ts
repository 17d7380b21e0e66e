import { describe, expect, it } from "vitest";
import { storages } from "./answering.ts";
import { extrasCome, phones } from "./phones.ts";

const { round, openPhone } = phones({
  field: { opens: "2020-08-24", closes: "2020-09-20", waves: ["2020-08-24", "2020-08-31", "2020-09-07"] },
});

describe("a questionnaire whose round has closed", () => {
  it("says so from its own data, to anybody alike, and asks nobody about the code", async () => {
    const texts: string[] = [];
    for (const code of ["", "#EBQB-GAQQ-E3Y3-P64J", "#hvad-som-helst"]) {
      const page = await openPhone("/was/");
      const asked: string[] = [];
      page.on("request", (request) => asked.push(request.url()));
      await page.goto(`${round().url}/aarhus/${code}`);
      await extrasCome(page);
      await page.getByRole("heading", { name: "Undersøgelsen sluttede den 20. september 2020." }).waitFor();
      expect(await page.locator("form").isVisible()).toBe(false);
      expect(asked.filter((url) => url.endsWith("/svar"))).toEqual([]);
      texts.push(await page.getByRole("main").innerText());
    }
    expect(new Set(texts).size).toBe(1);
    expect(texts[0]).toContain("Se undersøgelsens resultater");
  });

  it("takes the draft off the phone", async () => {
    const page = await openPhone("/was/");
    await page.evaluate(() => localStorage.setItem("svar.X", "2020-09-20AAAA"));
    await page.goto(`${round().url}/aarhus/`);
    await extrasCome(page);
    expect((await storages(page)).local).toEqual([]);
  });

  it("tells without script when the form is sent with a code that is known", async () => {
    const code = round().newCode("0751");
    const page = await openPhone("/aarhus/", { javaScriptEnabled: false });
    await page.locator("input[name=q1][value='1']").check();
    await page.goto(`${round().url}/aarhus/#d5`);
    await page.locator("#code").fill(code);
    await page.getByRole("button", { name: "Send mine svar" }).click();
    expect(await page.getByRole("alert").innerText()).toContain(
      "Undersøgelsen sluttede den 20. september 2020.",
    );
  });
});
