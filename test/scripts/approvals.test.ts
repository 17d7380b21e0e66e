import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { edgeSchema } from "#survey/edge.ts";
import type { RoundInput } from "#survey/round.ts";
import { publishCommand } from "../../scripts/publish.ts";
import { siteCommand } from "../../scripts/site.ts";
import { ENGLISH, makeRound, SETTINGS, type TestRound } from "./statusRound.ts";

describe("a translation that nobody has approved", () => {
  let test: TestRound;
  const settings = (change: Partial<RoundInput>) =>
    test.write(
      "round.json",
      JSON.stringify({ ...SETTINGS, languages: ["da", "en"], translations: { en: ENGLISH }, ...change }),
    );
  const approvals = { en: { by: "N. N.", on: "2026-08-01" } };
  beforeAll(async () => {
    test = await makeRound();
  });
  afterAll(() => test.remove());

  it("is not published", async () => {
    await settings({});
    const refused = await test.refusal(publishCommand);
    expect([refused.what, refused.where]).toEqual([
      "nobody has approved the translation into English (en)",
      `${test.folder}/round.json`,
    ]);
    await expect(test.read("edge.json")).rejects.toThrow("ENOENT");
  });

  it("opens when somebody has, whose name stays in round.json", async () => {
    await settings({ approvals });
    await test.run(publishCommand);
    const text = await test.read("edge.json");
    expect(edgeSchema.parse(JSON.parse(text)).languages).toEqual(["da", "en"]);
    expect(text).not.toContain("N. N.");
  });

  it("is not built when the approval has been taken back since", async () => {
    await settings({});
    expect((await test.refusal(siteCommand)).what).toBe(
      "nobody has approved the translation into English (en)",
    );
  });

  it("does not even fit without the round's own texts, or with another number of options", async () => {
    await settings({ translations: {}, approvals });
    expect((await test.refusal(publishCommand)).what).toMatch(
      /translations.en: must hold the round's own texts/,
    );
    const [first, ...others] = SETTINGS.municipalities;
    if (!first) throw new RangeError("no municipality");
    const question = { id: "l1", text: "Kender du jobhuset?", options: ["Ja", "Nej"] };
    const localQuestions = [{ ...question, translations: { en: { text: "Do you?", options: ["Yes"] } } }];
    const misfit = [
      {
        ...first,
        localQuestions: [{ ...question, translations: { en: { text: "?", options: ["a", "b", "c"] } } }],
      },
      { ...first, localQuestions: [{ ...question, translations: { en: { text: "?" } } }] },
      { ...first, localQuestions },
    ];
    for (const municipality of misfit) {
      await settings({ approvals, municipalities: [municipality, ...others] });
      expect((await test.refusal(publishCommand)).what).toMatch(
        /municipalities.0.localQuestions.0.translations.en.options: /,
      );
    }
  });

  it("cannot stand alone: Danish is always open, and no language twice", async () => {
    await settings({ languages: ["en"], approvals });
    expect((await test.refusal(publishCommand)).what).toContain("languages: must hold da");
    await settings({ languages: ["da", "en", "en"], approvals });
    expect((await test.refusal(publishCommand)).what).toContain("languages.2: en is listed twice");
  });
});
