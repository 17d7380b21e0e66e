import { describe, expect, it } from "vitest";
import { answer, shownAnswers, storages } from "./answering.ts";
import { phones } from "./phones.ts";

const { round, openPhone } = phones();

describe("the front page", () => {
  it("leads from a code to its questionnaire, with the code never in an address a server sees", async () => {
    const code = round().newCode("0461");
    const page = await openPhone("/");
    const seen: string[] = [];
    page.on("request", (request) => seen.push(request.url()));
    await page.locator("#code").fill(code.toLowerCase().replaceAll("-", " "));
    await page.getByRole("button", { name: "Find mit spørgeskema" }).click();
    await page.waitForURL("**/odense/");
    expect(seen.join()).not.toContain(code.slice(0, 4));
    await page.goto(`${round().url}/odense/#d6`);
    expect(await page.inputValue("#code")).toBe(code);
  });

  it("says at the field that nobody has the code", async () => {
    const page = await openPhone("/");
    await page.locator("#code").fill("EBQB-GAQQ");
    await page.getByRole("button", { name: "Find mit spørgeskema" }).click();
    await page.getByRole("alert").getByText("Vi kender ikke koden her.").waitFor();
    expect(await page.inputValue("#code")).toBe("EBQB-GAQQ");
    expect(await page.locator("#code").getAttribute("aria-invalid")).toBe("true");
  });

  it("lists the municipalities in Danish order and filters them in every spelling", async () => {
    const page = await openPhone("/");
    const shown = () => page.locator(".places li:visible").allTextContents();
    const trimmed = async () => (await shown()).map((text) => text.trim());
    expect(await trimmed()).toEqual(["Høje-Taastrup", "Odense", "Aarhus"]);
    const search = page.getByLabel("Søg efter din kommune");
    for (const [typed, found] of [
      ["århus", ["Aarhus"]],
      ["AAR", ["Aarhus"]],
      ["høje taastrup", ["Høje-Taastrup"]],
      ["ø", ["Høje-Taastrup"]],
      ["hoje tåstrup", ["Høje-Taastrup"]],
      ["hoeje", ["Høje-Taastrup"]],
      ["e", ["Høje-Taastrup", "Odense"]],
      ["xyz", []],
      ["", ["Høje-Taastrup", "Odense", "Aarhus"]],
    ] as const) {
      await search.fill(typed);
      expect([typed, await trimmed()]).toEqual([typed, found]);
    }
    await search.fill("e");
    expect(await page.getByRole("status").textContent()).toBe("2 kommuner");
    await search.fill("xyz");
    expect(await page.getByRole("status").textContent()).toMatch(/^Ingen kommune/);
    await search.fill("odense");
    await page.getByRole("link", { name: "Odense" }).click();
    await page.waitForURL("**/odense/");
  });
});

describe("opting out", () => {
  it("takes the code of the tab, stops reminders and leaves the answers", async () => {
    const code = round().newCode("0751");
    const page = await openPhone(`/aarhus/#${code}`);
    await answer(page, "q1", 2);
    await page.getByText("Dine svar er gemt.").waitFor();
    await page.getByRole("link", { name: "Jeg vil ikke have flere påmindelser" }).click();
    expect(await page.inputValue("#code")).toBe(code);
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await page.waitForURL("**/aarhus/afmeld/ok/");
    expect((await round().status(code))?.noRemindersOn).not.toBeNull();
    await page.getByRole("link", { name: "Gå til spørgeskemaet" }).click();
    await expect.poll(() => shownAnswers(page), { timeout: 20_000 }).toEqual({ q1: "2" });
    expect(await round().stored(code)).toMatchObject([{ answers: { q1: 2 } }]);
  });

  it("deletes the answers at the server and the draft on the phone, for good", async () => {
    const code = round().newCode("0751");
    const page = await openPhone(`/aarhus/#${code}`);
    await answer(page, "q1", 2);
    await page.getByText("Dine svar er gemt.").waitFor();
    await page.goto(`${round().url}/aarhus/afmeld/`);
    await page.getByLabel("Slet også de svar, jeg har givet").check();
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await page.waitForURL("**/aarhus/afmeld/slettet/");
    expect(await storages(page)).toEqual({ session: [], local: [], cookies: "" });
    expect(await round().stored(code)).toEqual([]);

    await page.goto(`${round().url}/aarhus/#${code}`);
    await page.getByRole("heading", { name: "Dine svar er slettet, som du bad om." }).waitFor();
    expect(await page.locator("form").isVisible()).toBe(false);
    expect(await round().stored(code)).toEqual([]);
  });

  it("works without script, and returns a wrong code with the error", async () => {
    const code = round().newCode("0751");
    const page = await openPhone("/aarhus/afmeld/", { javaScriptEnabled: false });
    await page.getByLabel("Slet også de svar, jeg har givet").check();
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await page.getByRole("alert").getByRole("link", { name: "Skriv koden fra dit brev." }).waitFor();
    expect(await page.getByLabel("Slet også de svar, jeg har givet").isChecked()).toBe(true);
    await page.locator("#code").fill(code);
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await page.waitForURL("**/aarhus/afmeld/slettet/");
    expect((await round().status(code))?.withdrawnOn).not.toBeNull();
  });
});

describe("the pages around", () => {
  it("says in /privatliv/ who is responsible in the municipality that the link comes from", async () => {
    const page = await openPhone("/odense/");
    await page.getByRole("link", { name: "Læs om dine data" }).click();
    await page.waitForURL("**/privatliv/#odense");
    expect(await page.getByText("Odense Kommune, Flakhaven 2").isVisible()).toBe(true);
    expect(await page.getByText("Aarhus Kommune, Rådhuspladsen 2").isVisible()).toBe(false);
    const main = await page.getByRole("main").innerText();
    for (const text of [
      "stk. 1, litra e",
      "31. marts 2100",
      "localStorage",
      "Datatilsynet",
      "Cloudflare",
      "svar.example.dk",
    ]) {
      expect(main).toContain(text);
    }
  });

  it("answers an address that does not exist with a page that helps", async () => {
    const page = await openPhone("/findes-ikke/");
    await page.getByRole("link", { name: "Gå til forsiden" }).click();
    await page.waitForURL(`${round().url}/`);
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Find dit spørgeskema");
  });
});
