import { describe, expect, it } from "vitest";
import { CLOSED_ITEM_IDS, TEXT_ITEM_IDS } from "#survey/questionnaire.ts";
import { closedItems, scales, textItems } from "#survey/texts/da.ts";
import { withTerm } from "#survey/texts/fill.ts";
import { QUESTIONNAIRE_GOAL_BYTES, QUESTIONNAIRE_MAX_BYTES } from "../../scripts/io/siteBuild.ts";
import { builtSite } from "./documents.ts";

const { edge, site, read } = builtSite();

const text = (html: string): string =>
  html.replaceAll(/<(style|script)>[^]*?<\/\1>|<[^>]+>/g, " ").replaceAll(/\s+/g, " ");

describe.each(edge.municipalities)("the questionnaire of $name", ({ slug, term, code, localQuestions }) => {
  it("asks all 15 questions in the municipality's own words, with every answer there is", async () => {
    const html = await read(`${slug}/index.html`);
    for (const id of CLOSED_ITEM_IDS) {
      expect(html).toContain(`<legend><h3>${withTerm(closedItems[id], term)}</h3></legend>`);
      for (const answer of [1, 2, 3, 4, 5, 8]) {
        expect(html.split(`<input type="radio" name="${id}" value="${answer}">`)).toHaveLength(2);
      }
    }
    for (const id of TEXT_ITEM_IDS) {
      expect(html).toContain(`<textarea id="${id}" name="${id}"`);
      for (const wording of Object.values(textItems[id])) expect(html).toContain(withTerm(wording, term));
    }
    for (const options of Object.values(scales))
      for (const label of options) expect(html).toContain(`>${label}<`);
    expect(text(html)).not.toMatch(/\{\w+\}/);
  });

  it("has the fields of the contract with the Worker, and nothing chosen or required", async () => {
    const html = await read(`${slug}/index.html`);
    expect(html).toContain('<form method="post" action="/svar"');
    const names = [...html.matchAll(/<(?:input|textarea|button)[^>]* name="([^"]+)"/g)].map(
      ([, name]) => name,
    );
    const local = localQuestions.map(({ id }) => id);
    const expected = ["enter", "municipality", "questionnaire", "no_interview"];
    expect(new Set(names)).toEqual(
      new Set([...expected, ...CLOSED_ITEM_IDS, ...TEXT_ITEM_IDS, ...local, "code", "send"]),
    );
    // The first button is the one that Enter presses.
    expect(names[0]).toBe("enter");
    expect(html).toContain(`name="municipality" value="${code}"`);
    expect(html).toContain('name="questionnaire" value="2026-1"');
    expect(html).not.toMatch(/<input[^>]*\s(checked|required|disabled)/);
  });

  it("has its parts in order, each with a way back and on, the last with the code and the send button", async () => {
    const html = await read(`${slug}/index.html`);
    const parts = html.split("<section ").slice(1);
    expect(parts).toHaveLength(localQuestions.length > 0 ? 6 : 5);
    parts.forEach((part, i) => {
      const [number, last] = [i + 1, i + 1 === parts.length];
      expect(part).toMatch(new RegExp(`^id="d${number}"`));
      expect(part).toContain(`Del ${number} af ${parts.length}`);
      expect(part.includes(`href="#d${number + 1}"`)).toBe(!last);
      expect(part.includes(`href="#d${number - 1}"`)).toBe(i > 0);
      expect(part.includes('id="code"')).toBe(last);
      expect(part.includes('name="send"')).toBe(last);
    });
  });

  it("says above question 1 who asks, that it is voluntary, how long it takes and that it is confidential", async () => {
    const html = await read(`${slug}/index.html`);
    const above = text(html.slice(html.indexOf("<main>"), html.indexOf('id="q1"')));
    for (const said of [
      "Kommune spørger",
      "frivilligt",
      "4 minutter",
      "Fortroligt, ikke anonymt",
      "sletter dem",
    ]) {
      expect(above).toContain(said);
    }
  });
});

describe("all questionnaires", () => {
  it("offer no other language in a round that is open in Danish alone", async () => {
    expect(await read("aarhus/index.html")).not.toMatch(/hreflang|sprog=|class="languages"/);
  });

  it("carry the same style and the same script, so that two hashes allow them", async () => {
    const { questionnaires } = site();
    expect(questionnaires).toHaveLength(3);
    for (const { scripts, styles } of questionnaires) {
      expect(scripts).toEqual(questionnaires[0]?.scripts);
      expect(styles).toEqual(questionnaires[0]?.styles);
      expect([scripts.length, styles.length]).toEqual([1, 1]);
    }
  });

  it("fetch nothing and stay within the weight", () => {
    for (const { assets, brotli } of site().questionnaires) {
      expect(assets).toEqual([]);
      expect(brotli).toBeLessThan(QUESTIONNAIRE_MAX_BYTES);
    }
    const heaviest = Math.max(...site().questionnaires.map(({ brotli }) => brotli));
    expect(heaviest).toBeLessThanOrEqual(QUESTIONNAIRE_GOAL_BYTES);
  });

  it("run on phones that have no ES2019 syntax or methods", async () => {
    const [, script = ""] = /<script>([^]*?)<\/script>/.exec(await read("aarhus/index.html")) ?? [];
    const newer = ["?.", "??", "replaceAll(", ".at(", "catch{", "AbortSignal.timeout", "structuredClone"];
    expect(newer.filter((word) => script.includes(word))).toEqual([]);
  });
});
