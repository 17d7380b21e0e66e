import { chmod, cp, rm } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RoundInput } from "#survey/round.ts";
import { checkCommand } from "../../scripts/check.ts";
import { CONDITIONS } from "../../scripts/check/conditions.ts";
import type { Finding } from "../../scripts/check/condition.ts";
import { canaryCommand } from "../../scripts/canary.ts";
import { initCommand } from "../../scripts/init.ts";
import { keyBackupCommand } from "../../scripts/keyBackup.ts";
import { keyRotateCommand } from "../../scripts/keyRotate.ts";
import { keyText } from "../../scripts/keys.ts";
import { keyVerifyCommand } from "../../scripts/keyVerify.ts";
import { lettersCommand } from "../../scripts/letters.ts";
import { publishCommand } from "../../scripts/publish.ts";
import { sampleCommand } from "../../scripts/sample.ts";
import { siteCommand } from "../../scripts/site.ts";
import { flowText, frameText, madePeople } from "./madeFrame.ts";
import { ENGLISH, SETTINGS } from "./statusRound.ts";
import { workbench, type Workbench } from "./workbench.ts";

const PEOPLE = [...madePeople("0492", 60, 0), ...madePeople("0760", 40, 100)];
const ROUND: RoundInput = { ...SETTINGS, municipalities: SETTINGS.municipalities.slice(1) };

const SIGNED = "municipality,signed_on,reference\n0492,2026-07-01,2026-17\n0760,2026-07-03,2026-18\n";

/** A round on the day before it opens, with everything in place. */
async function readyRound(): Promise<Workbench> {
  const bench = await workbench();
  await bench.write("in/settings.json", JSON.stringify(ROUND));
  await bench.run(initCommand, { from: bench.path("in/settings.json") });
  const copy = await bench.run(keyBackupCommand);
  await bench.write("in/copy.txt", copy.lines.join("\n"));
  await bench.run(keyVerifyCommand, { copy: bench.path("in/copy.txt") });
  await bench.write("frame/frame.csv", frameText(PEOPLE));
  await bench.write("frame/flow.csv", flowText(PEOPLE));
  await bench.write("agreements.csv", SIGNED);
  for (const command of [sampleCommand, publishCommand, siteCommand, canaryCommand]) await bench.run(command);
  await bench.run(lettersCommand, { wave: "0" });
  return bench;
}

/** The same round in a folder of its own, so that it can be broken. */
async function copyOf(bench: Workbench): Promise<Workbench> {
  const copy = await workbench();
  await cp(bench.folder, copy.folder, { recursive: true });
  return copy;
}

interface Gate {
  mayOpen: boolean;
  conditions: ({ name: string } & Finding)[];
}

/** Runs the gate and returns the names of what is missing. */
async function missingIn(bench: Workbench): Promise<string[]> {
  const result = await bench.run(checkCommand);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the command's own --json
  const gate = result.data as unknown as Gate;
  expect(gate.conditions.map((condition) => condition.name)).toEqual(
    CONDITIONS.map((condition) => condition.name),
  );
  const missing = gate.conditions.filter((condition) => !condition.ok);
  expect(result.exitCode).toBe(missing.length === 0 ? 0 : 1);
  expect(gate.mayOpen).toBe(missing.length === 0);
  for (const condition of missing) expect(condition).toMatchObject({ how: expect.stringMatching(/\w/) });
  return missing.map((condition) => condition.name);
}

describe("check", () => {
  let bench: Workbench;
  beforeAll(async () => {
    bench = await readyRound();
  }, 120_000);
  afterAll(() => bench.remove());

  const settings = (change: Partial<RoundInput>) => async (b: Workbench) =>
    b.write("round.json", JSON.stringify({ $schema: "./round.schema.json", ...ROUND, ...change }));

  it("lets a round open that has everything, and remembers that it did", async () => {
    expect(await missingIn(bench)).toEqual([]);
    // The local database and Worker say nothing of those that citizens meet.
    expect(bench.screen.at(-1)).toContain("may open when --remote says the same");
    expect(await bench.read("journal.jsonl")).toMatch(/"command":"check".*"missing":\[\]\}\n$/);
  });

  const inEnglish: Partial<RoundInput> = { languages: ["da", "en"], translations: { en: ENGLISH } };
  const [first, ...others] = ROUND.municipalities;
  if (!first) throw new RangeError("no municipality");
  const askedInDanish = { ...first, localQuestions: [{ id: "l1", text: "Kender du jobhuset?" }] };

  const afterSettings = ["edge.json", "letters' settings"];
  const placeholder = "[SKRIV: kommunens navn, adresse og CVR-nummer]";
  it.each<[string, (b: Workbench) => Promise<unknown>, string[]]>([
    ["a text that is still to be written", settings({ title: "[SKRIV: navn]" }), ["texts", ...afterSettings]],
    [
      "a round that has closed",
      settings({
        field: {
          opens: "2026-07-01",
          closes: "2026-08-19",
          waves: ["2026-07-01", "2026-07-08", "2026-07-15"],
        },
      }),
      ["field dates", ...afterSettings],
    ],
    [
      "a deletion date that has come",
      settings({
        field: {
          opens: "2026-07-01",
          closes: "2026-07-20",
          waves: ["2026-07-01", "2026-07-08", "2026-07-15"],
        },
        privacy: { ...ROUND.privacy, deletionDate: "2026-08-20" },
      }),
      ["field dates", "deletion date", ...afterSettings],
    ],
    [
      "an address without https",
      settings({ baseUrl: "http://svar.example.dk" }),
      ["address", ...afterSettings],
    ],
    [
      "this machine as address",
      settings({ baseUrl: "http://localhost:8787" }),
      ["address", ...afterSettings],
    ],
    [
      "a text that the law asks for",
      settings({ privacy: { ...ROUND.privacy, transfer: undefined } }),
      ["information duty", ...afterSettings],
    ],
    [
      "an accessibility statement of last year",
      settings({ accessibility: { ...ROUND.accessibility, updatedOn: "2025-08-01" } }),
      ["accessibility", ...afterSettings],
    ],
    [
      "a translation that nobody has approved",
      settings({ ...inEnglish, approvals: { da: { by: "N. N.", on: "2026-08-01" } } }),
      ["translations", ...afterSettings],
    ],
    [
      "a local question in Danish alone",
      settings({
        ...inEnglish,
        approvals: { en: { by: "N. N.", on: "2026-08-01" } },
        municipalities: [askedInDanish, ...others],
      }),
      ["local questions", ...afterSettings],
    ],
    [
      "a municipality without a sample",
      settings({ municipalities: SETTINGS.municipalities }),
      ["agreements", "municipalities", ...afterSettings],
    ],
    [
      "another round key",
      (b) => b.write("round.key", keyText(new Uint8Array(32).fill(3))),
      ["round key", "key backup", "edge.json", "database", "canary", "letters' settings"],
    ],
    ["no draw key", (b) => rm(b.path("draw.key")), ["draw key", "key modes"]],
    ["a key that others can read", (b) => chmod(b.path("round.key"), 0o644), ["key modes"]],
    ["a newer frame", (b) => b.write("frame/frame.csv", frameText(PEOPLE.slice(1))), ["frame"]],
    [
      "identities that were edited",
      async (b) => b.write("sample/identities.csv", `${await b.read("sample/identities.csv")} `),
      ["sample"],
    ],
    [
      "an edge.json that was edited",
      async (b) => b.write("edge.json", (await b.read("edge.json")).replace("Borgernes", "Alles")),
      ["edge.json", "site", "canary"],
    ],
    [
      "a municipality without a controller",
      settings({ municipalities: [{ ...first, controller: placeholder }, ...others] }),
      ["texts", "controllers", ...afterSettings],
    ],
    [
      "an agreement that is not signed",
      (b) => b.write("agreements.csv", SIGNED.replace("2026-07-03", "")),
      ["agreements"],
    ],
    [
      "an agreement that will be signed",
      (b) => b.write("agreements.csv", SIGNED.replace("2026-07-03", "2026-09-03")),
      ["agreements"],
    ],
    ["no list of agreements", (b) => rm(b.path("agreements.csv")), ["agreements"]],
    [
      "a canary that has not been opened",
      async (b) =>
        b.write("journal.jsonl", (await b.read("journal.jsonl")).replace(/^.*"command":"canary".*\n/m, "")),
      ["canary"],
    ],
    [
      "a second key whose paper nobody has typed back",
      (b) => b.run(keyRotateCommand, { yes: true }),
      ["key backup", "edge.json", "canary"],
    ],
    ["no database", (b) => rm(b.path("d1"), { recursive: true }), ["database"]],
    ["no site", (b) => rm(b.path("dist"), { recursive: true }), ["site"]],
    [
      "letters for one municipality alone",
      (b) => rm(b.path("waves/0/0760"), { recursive: true }),
      ["letters"],
    ],
  ])("names %s", async (_, breakIt, names) => {
    const whole = await copyOf(bench);
    try {
      await breakIt(whole);
      expect(await missingIn(whole)).toEqual(names);
    } finally {
      await whole.remove();
    }
  });

  it("counts what is left after the deletion date, and has the round purged", async () => {
    const late = await workbench({ now: "2027-01-01T10:00:00Z" });
    await cp(bench.folder, late.folder, { recursive: true });
    const { data } = await late.run(checkCommand);
    expect(data).toMatchObject({
      conditions: expect.arrayContaining([
        {
          name: "deletion date",
          ok: false,
          found: expect.stringMatching(/2026-12-31 has come, and \d+ files that had to go are still here/),
          how: expect.stringContaining("--stage all"),
        },
      ]),
    });
    await late.remove();
  });

  it("wants the copy of this key, not of an earlier one", async () => {
    const other = await workbench({ seed: 9 });
    await other.write("in/settings.json", JSON.stringify(ROUND));
    await other.run(initCommand, { from: other.path("in/settings.json") });
    const missing = await missingIn(other);
    expect(missing).toContain("key backup");
    expect(missing).not.toContain("round key");
    await other.remove();
  });

  it("has one thing to say where there are no settings", async () => {
    const empty = await workbench();
    const refused = await empty.refusal(checkCommand);
    expect(refused.where).toBe(empty.path("round.json"));
    expect(await empty.snapshot()).toEqual({});
    await empty.write("round.json", "{}");
    expect((await empty.refusal(checkCommand)).what).toContain("settings do not fit");
    await empty.remove();
  });
});
