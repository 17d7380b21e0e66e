import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { publishCommand } from "../../scripts/publish.ts";
import { siteCommand } from "../../scripts/site.ts";
import { resultsFixture } from "../site/results.ts";
import { makeRound, type TestRound } from "./statusRound.ts";

const PRELIMINARY = "Foreløbige tal";

describe("site", () => {
  let test: TestRound;
  const fixture = resultsFixture();
  const results = { ...fixture, round: { ...fixture.round, id: "test-2026" } };
  const ofAnotherRound = { ...fixture, round: { ...fixture.round, id: "other" } };
  beforeAll(async () => {
    test = await makeRound();
  });
  afterAll(() => test.remove());

  it("refuses before the round is published", async () => {
    const refused = await test.refusal(siteCommand);
    expect([refused.what, refused.where]).toEqual(["the file is missing", `${test.folder}/edge.json`]);
  });

  it("builds the questionnaire of every municipality without results", async () => {
    await test.run(publishCommand);
    const result = await test.run(siteCommand);
    expect(result.data).toMatchObject({ questionnaires: 3, results: false });
    expect(await test.read("dist/edge.json")).toBe(await test.read("edge.json"));
    expect(await test.read("dist/aarhus/index.html")).toContain("jobcentret");
    expect(await test.read("dist/resultater/index.html")).not.toContain(PRELIMINARY);
  });

  it("builds results that nobody has attacked with a visible mark", async () => {
    await test.write("results/results.json", JSON.stringify(results));
    const built = await test.run(siteCommand);
    expect(built.data).toMatchObject({ results: true });
    expect(built.lines.join("\n")).toContain("foreløbig");
    expect(await test.read("dist/resultater/index.html")).toContain(PRELIMINARY);
  });

  it.each([
    ["broken results", "{}", /does not fit/],
    ["results of another round", JSON.stringify(ofAnotherRound), /results of »other«/],
    ["results that are not JSON", "[", /not JSON/],
  ])("refuses %s and keeps the site that is there", async (_, text, what) => {
    const before = await test.read("dist/index.html");
    const journal = await test.read("journal.jsonl");
    await test.write("results/results.json", text);
    expect((await test.refusal(siteCommand)).what).toMatch(what);
    expect(await test.read("dist/index.html")).toBe(before);
    expect(await test.read("journal.jsonl")).toBe(journal);
  });
});
