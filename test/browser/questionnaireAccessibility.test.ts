/** What assistive technology and the keyboard meet. axe and layout: accessibilityMatrix.test.ts; colours: questionnairePixels.test.ts. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { Language } from "#survey/languages.ts";
import { CURRENT_VERSION, questionnaireOf } from "#survey/questionnaire.ts";
import { withTerm } from "#survey/texts/fill.ts";
import { TEXTS } from "#survey/texts/tables.ts";
import { termIn } from "#survey/texts/term.ts";
import { ARABIC_ROUND } from "../../scripts/bench/page/arabicRound.ts";
import { accessibilityTree, withRole } from "./accessibilityTree.ts";
import { EVERYTHING, part, shownAnswers } from "./answering.ts";
import { phones } from "./phones.ts";

const { round, openPhone } = phones({ languages: ["da", "ar"], translations: { ar: ARABIC_ROUND } });

const PARTS = questionnaireOf(CURRENT_VERSION)?.parts ?? [];

/** Each closed question of a part, in words, with its answers. */
function groupsOf(number: number, language: Language): { name: string; radios: string[] }[] {
  const { closedItems, scales, dontKnow } = TEXTS[language];
  const term = termIn(language, { term: "jobcentret", terms: {} });
  return (PARTS[number - 1]?.items ?? []).flatMap((item) =>
    item.kind === "closed"
      ? [{ name: withTerm(closedItems[item.id], term), radios: [...scales[item.scale], dontKnow] }]
      : [],
  );
}

describe.each([
  ["Danish", "da", "/aarhus/"],
  ["Arabic", "ar", "/aarhus/ar/"],
] as const)("what assistive technology is told in %s", (_name, language, address) => {
  it("names each group by its question and each radio by its answer, in every part", async () => {
    for (let number = 1; number <= PARTS.length; number++) {
      const page = await openPhone(`${address}#d${number}`);
      const tree = await accessibilityTree(page);
      const groups = withRole(tree, "group", "radiogroup").filter(
        (group) => withRole([group], "radio").length,
      );
      const found = groups.map((group) => ({
        name: group.name,
        radios: withRole([group], "radio").map(({ name }) => name),
      }));
      expect(found, `part ${number}`).toEqual(groupsOf(number, language));
      expect(withRole(tree, "radio"), "no radio outside a group").toHaveLength(
        found.flatMap(({ radios }) => radios).length,
      );
      await page.context().close();
    }
  });

  it("names each text field by its question and tells its hint", async () => {
    const page = await openPhone(`${address}#d5`);
    const { textItems, interview } = TEXTS[language];
    const term = termIn(language, { term: "jobcentret", terms: {} });
    for (const item of [textItems.q14, textItems.q15]) {
      const name = withTerm(item.neutral, term);
      const field = page.getByRole("textbox", { name, exact: true });
      expect(await field.count(), `field »${name}«`).toBe(1);
      const hint = page.locator(`#${(await field.getAttribute("aria-describedby"))?.split(" ")[0]}`);
      expect(await hint.textContent()).toContain(interview.textHint);
    }
  });

  it("has one heading of the first level, then one a part, then one a question", async () => {
    const page = await openPhone(`${address}#d1`);
    const levels = await page
      .locator("h1, h2, h3")
      .evaluateAll((all) => all.filter((one) => one.checkVisibility()).map(({ tagName }) => tagName));
    expect(levels).toEqual(["H1", "H2", "H3", "H3", "H3"]);
  });
});

/** Name or id of what has the focus. */
/** Which part the title names, and where the focus is. */
const place = async (page: Page): Promise<string> =>
  `${(await page.title()).slice(0, 10)} ${await focused(page)}`.trim();
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement: active } = document;
    return active?.getAttribute("name") ?? active?.id ?? "";
  });

/** Presses Tab until the wanted field, link or button has the focus. */
async function tabTo(page: Page, wanted: string): Promise<void> {
  for (let i = 0; i < 30; i++) {
    await page.keyboard.press("Tab");
    const reached = await page.evaluate((selector) => document.activeElement?.matches(selector), wanted);
    if (reached) return;
  }
  throw new Error(`Tab never came to ${wanted}, but to ${await focused(page)}`);
}

describe("by keyboard alone", () => {
  it("a whole interview is answered and sent; focus and title follow the part", async () => {
    const code = round().newCode("0751");
    const page = await openPhone("/aarhus/");
    const posts: string[] = [];
    page.on("request", (request) => request.method() === "POST" && posts.push(request.url()));
    for (const [i, { items }] of PARTS.entries()) {
      for (const { id } of items) {
        await tabTo(page, `[name=${id}]`);
        const answer = EVERYTHING[id];
        if (typeof answer === "string") {
          await page.keyboard.insertText(answer);
          continue;
        }
        // Space chooses the first answer, arrows go on from there; »Ved ikke« is the last.
        await page.keyboard.press("Space");
        for (let step = 1; step < Math.min(answer, 6); step++) await page.keyboard.press("ArrowDown");
        if (id === "q1") {
          await page.keyboard.press("Enter");
          await part(page, 2).waitFor({ state: "visible" });
          await page.goBack();
          await tabTo(page, "[name=q1]");
        }
      }
      if (i === PARTS.length - 1) break;
      await tabTo(page, `#d${i + 1} .next`);
      await page.keyboard.press("Enter");
      await part(page, i + 2).waitFor({ state: "visible" });
      await expect.poll(() => place(page)).toBe(`Del ${i + 2} af 5 d${i + 2}`);
    }
    await tabTo(page, "#code");
    await page.keyboard.insertText(code);
    await page.keyboard.press("Enter");
    expect(posts, "Enter in a field sends nothing").toEqual([]);
    await tabTo(page, "[name=send]");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/aarhus/tak/");
    expect(await round().stored(code)).toMatchObject([{ final: true, answers: EVERYTHING }]);
  });

  it("a part has one stop for each question and two ways on", async () => {
    const page = await openPhone("/aarhus/#d2");
    await page.locator("#d2").focus();
    const stops: string[] = [];
    for (let i = 0; i < 5; i++) {
      await page.keyboard.press("Tab");
      stops.push(
        await page.evaluate(() => {
          const { activeElement: active } = document;
          return active?.getAttribute("name") ?? active?.textContent ?? "";
        }),
      );
    }
    expect(stops.filter((stop) => /^q\d/.test(stop))).toEqual(["q4", "q5", "q6"]);
    expect(stops.slice(-2)).toEqual(["Næste", "Tilbage"]);
  });

  it("an error takes the focus, and its link leads to the field", async () => {
    const page = await openPhone("/aarhus/#d5");
    await page.locator("[name=send]").focus();
    await page.keyboard.press("Enter");
    await page.getByRole("alert").waitFor();
    await expect.poll(() => focused(page)).toBe("fejl");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await part(page, 5).waitFor({ state: "visible" });
    await expect.poll(() => focused(page)).toBe("code");
  });
});

describe("other ways of looking", () => {
  it("prints every question and every answer to it, and no ways on", async () => {
    const page = await openPhone("/odense/#d2");
    await page.locator("[name=q4][value='2']").setChecked(true);
    await page.emulateMedia({ media: "print" });
    for (let number = 1; number <= 6; number++) expect(await part(page, number).isVisible()).toBe(true);
    expect(await page.locator("fieldset:visible").count()).toBe(14);
    expect(await page.locator("textarea:visible").count()).toBe(3);
    expect(await page.getByRole("link", { name: "Næste" }).count()).toBe(0);
    expect(await page.getByRole("button").filter({ visible: true }).count()).toBe(0);
    expect(await shownAnswers(page)).toEqual({ q4: "2" });
  });

  it("nothing moves by itself, whatever the reader has asked for", async () => {
    const page = await openPhone("/odense/#d1");
    const moving = await page.evaluate(
      () =>
        [document.documentElement, ...document.querySelectorAll("body *")].filter((element) => {
          const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
          return transitionDuration !== "0s" || animationName !== "none" || scrollBehavior !== "auto";
        }).length,
    );
    expect(moving).toBe(0);
    expect(await page.locator("marquee, blink, video, audio, img, [autoplay]").count()).toBe(0);
  });
});
