import { stat } from "node:fs/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { roundSchema } from "#survey/round.ts";
import { initCommand } from "../../scripts/init.ts";
import { placeholdersIn } from "../../scripts/init/placeholders.ts";
import { fingerprint, parseKeyText } from "../../scripts/keys.ts";
import { readPaperCopy } from "../../scripts/paperCopy.ts";
import { SETTINGS } from "./statusRound.ts";
import { workbench, type Workbench } from "./workbench.ts";

const mode = async (bench: Workbench, name: string): Promise<number> =>
  (await stat(bench.path(name))).mode & 0o777;

const settingsOf = async (bench: Workbench): Promise<unknown> => JSON.parse(await bench.read("round.json"));

describe("init", () => {
  let bench: Workbench;
  beforeEach(async () => {
    bench = await workbench();
  });
  afterEach(() => bench.remove());

  it("makes a round that can be read, with every number in sight and every placeholder named", async () => {
    const result = await bench.run(initCommand, { municipalities: "0751, 0825" });
    const settings = await settingsOf(bench);
    const round = roundSchema.parse(settings);
    expect(round.municipalities.map((m) => m.code)).toEqual(["0751", "0825"]);
    expect(settings).toMatchObject({
      $schema: "./round.schema.json",
      sampling: { minimum: 1000, maximum: 2000, icc: 0.002 },
      disclosure: { threshold: 5, censusThreshold: 10 },
    });
    expect(result.data["toFillIn"]).toBe(placeholdersIn(settings).length);
    expect(placeholdersIn(settings)).toEqual(
      expect.arrayContaining(["title", "field.waves.2", "baseUrl", "municipalities.1.contact.email"]),
    );
  });

  it("describes every setting in the schema that round.json points to", async () => {
    await bench.run(initCommand);
    const schema: unknown = JSON.parse(await bench.read("round.schema.json"));
    expect(schema).toMatchObject({
      additionalProperties: false,
      properties: {
        id: { description: "Name of the round; sealed into every answer" },
        sampling: { properties: { icc: { default: 0.002 } } },
      },
    });
  });

  it("keeps keys and folders to the owner, and shows a paper copy that gives the key back", async () => {
    const result = await bench.run(initCommand);
    expect([await mode(bench, "round.key"), await mode(bench, "draw.key"), await mode(bench, ".")]).toEqual([
      0o600, 0o600, 0o700,
    ]);
    expect(await mode(bench, "extracts")).toBe(0o700);
    expect(await bench.read(".gitignore")).toBe("*\n");
    const key = parseKeyText(await bench.read("round.key"));
    const lines = result.lines.flatMap((line) => /^ {2}[1-4] {2}(\S+)$/.exec(line)?.[1] ?? []);
    expect(readPaperCopy(lines)).toEqual({ ok: true, key });
    expect(result.data["roundKey"]).toBe(fingerprint(key ?? new Uint8Array()));
    expect(await bench.read("draw.key")).not.toBe(await bench.read("round.key"));
  });

  it("writes neither key nor paper copy to the journal or to --json", async () => {
    const result = await bench.run(initCommand);
    const copies = result.lines.flatMap((line) => /^ {2}[1-4] {2}(\S+)$/.exec(line)?.[1] ?? []);
    const told = (await bench.read("journal.jsonl")) + JSON.stringify(result.data);
    for (const name of ["round.key", "draw.key"]) expect(told).not.toContain((await bench.read(name)).trim());
    for (const copy of copies) expect(told).not.toContain(copy);
  });

  it("starts from another round's settings and draw key", async () => {
    await bench.write("other.json", JSON.stringify(SETTINGS));
    const other = await workbench({ seed: 40 });
    await other.run(initCommand);
    await bench.run(initCommand, { from: bench.path("other.json"), drawKey: other.path("draw.key") });
    expect(roundSchema.parse(await settingsOf(bench))).toEqual({
      ...roundSchema.parse(SETTINGS),
      $schema: "./round.schema.json",
    });
    expect(placeholdersIn(await settingsOf(bench))).toEqual([]);
    expect(await bench.read("draw.key")).toBe(await other.read("draw.key"));
    expect(await bench.read("round.key")).not.toBe(await other.read("round.key"));
    await other.remove();
  });

  it("never touches a round that is there", async () => {
    await bench.run(initCommand);
    const before = await bench.snapshot();
    const refused = await bench.refusal(initCommand);
    expect(refused.where).toBe(bench.path("round.json"));
    expect(await bench.snapshot()).toEqual(before);
  });

  it.each([
    [{ municipalities: "0751,9999" }, "»9999« is not the code of a municipality"],
    [{ from: "nowhere.json" }, "the file is missing"],
    [{ drawKey: "nowhere.key" }, "the file is missing"],
  ])("refuses %j and leaves the folder empty", async (options, what) => {
    expect((await bench.refusal(initCommand, options)).what).toBe(what);
    expect(await bench.snapshot()).toEqual({});
  });

  it("refuses settings and keys that do not fit", async () => {
    await bench.write("in/round.json", JSON.stringify({ ...SETTINGS, languages: ["tlh"], surprise: 1 }));
    await bench.write("in/draw.key", "short\n");
    const settings = await bench.refusal(initCommand, { from: bench.path("in/round.json") });
    expect(settings.what).toMatch(/languages\.0[\s\S]*surprise/);
    const key = await bench.refusal(initCommand, { drawKey: bench.path("in/draw.key") });
    expect(key.what).toBe("the file is not a key (43 base64url symbols)");
    expect(key.message).not.toContain("short");
    expect(Object.keys(await bench.snapshot())).toEqual(["in/draw.key", "in/round.json"]);
  });
});
