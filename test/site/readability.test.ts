import { describe, expect, it } from "vitest";
import { lix } from "#survey/texts/lix.ts";
import { missesGoal, PAGE_GOAL, readPages } from "../../scripts/bench/lix.ts";
import { readableText } from "../../scripts/io/readableText.ts";
import { builtSite } from "./documents.ts";

const { site, folder } = builtSite();

describe("LIX", () => {
  it.each([
    // 4 words, 2 sentences, 1 of more than six letters: 2 + 25.
    [["Vi spørger. Du svarer."], 27],
    // A heading ends a sentence though it has no full stop: 5 / 2 + 100 · 2 / 5.
    [["Dit forløb", "Koden er forkert igen"], 3 + 100 * (1 / 6)],
    // A point inside a number ends nothing; the second one and the colon do: 8 / 3.
    [["Du får svar den 1.9. i år: vent."], 8 / 3],
    // A hyphen and a number do not end a word; a soft hyphen counts for nothing.
    [["CPR-nummer"], 101],
    [["Tilgængeligheds\u00aderklæring på 3 sider"], 4 + 25],
  ])("of %j is %d", (blocks, expected) => {
    expect(lix(blocks).lix).toBeCloseTo(expected, 9);
  });
});

describe("the running text of a page", () => {
  it("is its blocks, without what is pressed, hidden or in another language", () => {
    const html = `<html lang="da"><head><title>T</title></head><body><h1>En <a>to</a></h1><p>Tre<br>fire</p>
      <template><p>nej</p></template><label class="option"><input> nej</label><button>nej</button><ul><li>Fem</li></ul>
      <div lang="en"><p>no</p></div></body></html>`;
    expect(readableText(html)).toEqual(["En to", "Trefire", "Fem"]);
  });
});

describe("the Danish pages", () => {
  it("are easier to read than a newspaper, the questionnaires easier still where the words are ours", async () => {
    const pages = await readPages(
      folder(),
      site().documents.map(({ address }) => address),
    );
    expect(pages.length).toBeGreaterThan(15);
    expect(pages.filter(missesGoal).map(({ address, lix: value }) => [address, value])).toEqual([]);
    expect(
      missesGoal({ address: "/was/", words: 9, sentences: 1, longWords: 3, lix: PAGE_GOAL, ours: 20 }),
    ).toBe(true);
  });
});
