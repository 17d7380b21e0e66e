import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { answer, answerAll, EVERYTHING, part } from "./answering.ts";
import { phones } from "./phones.ts";

const { round, openPhone } = phones();

const STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const SCHEMES = ["light", "dark"] as const;

/** One line a violation: rule and where. */
async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).withTags(STANDARDS).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
}

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Height and name of everything to hit that is lower than 48 px; links in running text are exempt. */
const lowTargets = (page: Page) =>
  page.evaluate(() =>
    Array.from(
      document.querySelectorAll(
        "a, button, summary, label.option, input[type=text], input[type=search], textarea",
      ),
    )
      .filter((target) => !target.closest(".vh, p:not(.ways)") && target.checkVisibility())
      .map((target) => `${Math.round(target.getBoundingClientRect().height)} ${target.textContent.trim()}`)
      .filter((line) => Number.parseInt(line) < 48),
  );

describe.each(SCHEMES)("the questionnaire in %s colours", (colorScheme) => {
  it("has no axe violation in any part, empty, answered or in error", async () => {
    const page = await openPhone("/odense/", { colorScheme });
    const answers = { ...EVERYTHING, l1: 1, l2: "Nej" };
    for (let number = 1; number <= 6; number++) {
      await page.goto(`${round().url}/odense/#d${number}`);
      expect(await violations(page), `part ${number}`).toEqual([]);
    }
    await page.goto(`${round().url}/odense/#d1`);
    await answerAll(page, answers);
    for (let number = 1; number <= 6; number++) {
      await page.goto(`${round().url}/odense/#d${number}`);
      expect(await violations(page), `part ${number}, answered`).toEqual([]);
    }
    await page.getByRole("button", { name: "Send mine svar" }).click();
    await page.getByRole("alert").waitFor();
    expect(await violations(page), "error").toEqual([]);
  });

  it.each(["/", "/aarhus/tak/", "/aarhus/afmeld/", "/aarhus/afmeld/ok/", "/aarhus/afmeld/slettet/"])(
    "has no axe violation on %s",
    async (address) => {
      expect(await violations(await openPhone(address, { colorScheme }))).toEqual([]);
    },
  );

  it.each(["/privatliv/", "/privatliv/#odense", "/was/", "/findes-ikke/"])(
    "has no axe violation on %s",
    async (address) => {
      expect(await violations(await openPhone(address, { colorScheme }))).toEqual([]);
    },
  );
});

describe("the questionnaire on small screens", () => {
  const SMALL = { viewport: { width: 320, height: 568 } };

  it("needs no sideways scroll at 320 px, and every target is 48 px high", async () => {
    const page = await openPhone("/hoeje-taastrup/", SMALL);
    await answerAll(page, EVERYTHING);
    for (let number = 1; number <= 5; number++) {
      await page.goto(`${round().url}/hoeje-taastrup/#d${number}`);
      expect(await overflow(page), `part ${number}`).toBeLessThanOrEqual(0);
      expect(await lowTargets(page), `part ${number}`).toEqual([]);
    }
  });

  it.each(["/", "/odense/tak/", "/odense/afmeld/", "/privatliv/", "/was/", "/findes-ikke/"])(
    "needs no sideways scroll at 320 px on %s",
    async (address) => {
      const page = await openPhone(address, SMALL);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      expect(await lowTargets(page)).toEqual([]);
    },
  );

  it("has room for text spaced as WCAG 1.4.12 asks, at 320 px", async () => {
    const page = await openPhone("/aarhus/", { ...SMALL, bypassCSP: true });
    await page.addStyleTag({
      content: "*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}",
    });
    for (let number = 1; number <= 5; number++) {
      await page.goto(`${round().url}/aarhus/#d${number}`);
      expect(await overflow(page), `part ${number}`).toBeLessThanOrEqual(0);
    }
  });
});

describe("what assistive technology is told", () => {
  it("names each group by its question and each radio by its answer", async () => {
    const page = await openPhone("/aarhus/#d3");
    const statement = page.getByRole("group", { name: "Formålet med samtalen var klart", exact: true });
    const names = await statement
      .getByRole("radio")
      .evaluateAll((radios: HTMLInputElement[]) => radios.map((radio) => radio.labels?.[0]?.innerText));
    expect(names).toEqual([
      "Meget enig",
      "Enig",
      "Hverken enig eller uenig",
      "Uenig",
      "Meget uenig",
      "Ved ikke",
    ]);
    expect(await page.getByRole("heading", { name: "Den seneste samtale", level: 2 }).count()).toBe(1);
  });

  it("has one stop for each question, two ways on, and a visible ring at each", async () => {
    const page = await openPhone("/aarhus/#d2");
    await page.locator("#d2").focus();
    const stops: string[] = [];
    for (let i = 0; i < 5; i++) {
      await page.keyboard.press("Tab");
      const { stop, outline } = await page.evaluate(() => {
        const active = document.activeElement ?? document.body;
        const row = active.closest("label") ?? active;
        const field = active.getAttribute("name") ?? active.textContent;
        return { stop: field, outline: getComputedStyle(row).outlineWidth };
      });
      expect(outline).toBe("3px");
      stops.push(stop);
    }
    expect(stops).toEqual(["q4", "q5", "q6", "Næste", "Tilbage"]);
  });

  it("shows the chosen radio in forced colours", async () => {
    const page = await openPhone("/aarhus/", { forcedColors: "active" });
    const row = page.locator("#q1 label").first();
    const before = await row.screenshot();
    await answer(page, "q1", 1);
    await page.locator("h1").click();
    expect((await row.screenshot()).equals(before)).toBe(false);
    expect(await row.evaluate((label) => getComputedStyle(label).outlineStyle)).toBe("solid");
  });

  it("prints every question, and no ways on", async () => {
    const page = await openPhone("/aarhus/#d2");
    await page.emulateMedia({ media: "print" });
    for (let number = 1; number <= 5; number++) expect(await part(page, number).isVisible()).toBe(true);
    expect(await page.getByRole("link", { name: "Næste" }).count()).toBe(0);
  });
});
