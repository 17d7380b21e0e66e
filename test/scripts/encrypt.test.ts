import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { encryptCommand } from "../../scripts/encrypt.ts";
import { CliError } from "../../scripts/errors.ts";
import { defaultEffects, quiet } from "../../scripts/effects.ts";
import { initCommand } from "../../scripts/init.ts";
import { lettersCommand } from "../../scripts/letters.ts";
import { purgeCommand } from "../../scripts/purge.ts";
import { Run } from "../../scripts/run.ts";
import { sampleCommand } from "../../scripts/sample.ts";
import type { Unlock } from "../../scripts/vault.ts";
import { flowText, frameText, madePeople } from "./madeFrame.ts";
import { SETTINGS } from "./statusRound.ts";
import { NOW, workbench, type Workbench } from "./workbench.ts";
import type { Command, OptionValues } from "../../scripts/command.ts";

const PEOPLE = madePeople("0492", 40, 0);
const CPRS = PEOPLE.map(({ cpr }) => String(cpr));
const PASSPHRASE = "korn fjord lampe støvle 1848";

let bench: Workbench;
let identity: string;
beforeEach(async () => {
  bench = await workbench();
  await bench.write(
    "in/settings.json",
    JSON.stringify({ ...SETTINGS, municipalities: SETTINGS.municipalities.slice(2) }),
  );
  await bench.run(initCommand, { from: bench.path("in/settings.json") });
  await bench.write("frame/frame.csv", frameText(PEOPLE));
  await bench.write("frame/flow.csv", flowText(PEOPLE));
  identity = await generateX25519Identity();
  await bench.write("in/identity.txt", `# created: today\n${identity}\n`);
});
afterEach(() => bench.remove());

/** Runs a command as the command line does with these keys. */
async function runWith(unlock: Unlock, command: Command, options: OptionValues = {}) {
  const effects = { ...quiet(defaultEffects), now: () => new Date(NOW) };
  const run = new Run(bench.folder, command.name, effects, unlock);
  try {
    return await command.run(run, options);
  } finally {
    await run.discard();
  }
}

const refusal = async (unlock: Unlock, command: Command, options: OptionValues = {}): Promise<CliError> => {
  const thrown = await runWith(unlock, command, options).then(
    () => null,
    (error: unknown) => error,
  );
  if (thrown instanceof CliError) return thrown;
  throw thrown;
};

/** Files with a CPR number in clear, but for what municipalities are sent. */
async function inClear(): Promise<string[]> {
  const entries = await readdir(bench.folder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.filter((e) => e.isFile())) {
    const name = path.relative(bench.folder, path.join(entry.parentPath, entry.name));
    const text = (await readFile(bench.path(name))).toString("latin1");
    if (!name.startsWith("waves/") && CPRS.some((cpr) => text.includes(cpr))) found.push(name);
  }
  return found;
}

describe("identities encrypt", { timeout: 240_000 }, () => {
  it("to a recipient: frame and identities stand encrypted, letters need the identity, a wrong one is told", async () => {
    await bench.run(encryptCommand, { recipient: [await identityToRecipient(identity)] });
    expect(await inClear()).toEqual([]);
    const key = { identityFile: bench.path("in/identity.txt") };
    await runWith(key, sampleCommand);
    expect(await inClear()).toEqual([]);
    expect(await bench.read("sample/sample.csv")).toMatch(/^0492-00001,0492,/m);
    expect((await refusal({}, lettersCommand, { wave: "0" })).how).toContain("--identity-file");
    await bench.write("in/other.txt", `${await generateX25519Identity()}\n`);
    const wrong = await refusal({ identityFile: bench.path("in/other.txt") }, lettersCommand, { wave: "0" });
    expect(wrong.what).toContain("does not open with this identity");
    expect(wrong.where).toBe(bench.path("sample/identities.csv.age"));
    await runWith(key, lettersCommand, { wave: "0" });
    expect(await bench.read("waves/0/0492/flettefil.csv")).toMatch(/\d{10}/);
    // The journal accounts for what the files hold, so a repeated run is the same run.
    await runWith(key, sampleCommand);
  });

  it("with a passphrase: an identity of the round's own, locked; a slip in it is told, and a short one refused", async () => {
    await bench.write("in/short.txt", "kort\n");
    expect(
      (await bench.refusal(encryptCommand, { passphraseFile: bench.path("in/short.txt") })).what,
    ).toContain("fewer than 12");
    await bench.write("in/words.txt", `${PASSPHRASE}\n`);
    await bench.write("in/slip.txt", `${PASSPHRASE}9\n`);
    await bench.run(encryptCommand, { passphraseFile: bench.path("in/words.txt") });
    expect(await inClear()).toEqual([]);
    // Not even its hash, which is quicker to try words against than age's own.
    const hash = createHash("sha256").update(`${PASSPHRASE}\n`).digest("hex");
    const journal = await bench.read("journal.jsonl");
    for (const trace of [hash, "words.txt", PASSPHRASE]) expect(journal).not.toContain(trace);
    expect((await refusal({ passphraseFile: bench.path("in/slip.txt") }, sampleCommand)).what).toContain(
      "does not open the identity",
    );
    await runWith({ passphraseFile: bench.path("in/words.txt") }, sampleCommand);
    expect((await bench.refusal(encryptCommand, { recipient: ["x"] })).what).toContain("recipients already");
    await runWith({}, purgeCommand, { stage: "identities", yes: true });
    const left = Object.keys(await bench.snapshot());
    expect(left.filter((name) => !name.startsWith("in/") && /age$|recipients|identit/.test(name))).toEqual(
      [],
    );
  });

  it("refuses a recipient that is none before anything is written", async () => {
    const before = await bench.snapshot();
    expect((await bench.refusal(encryptCommand, { recipient: ["age1slip"] })).what).toContain(
      "no age recipient",
    );
    expect(await bench.snapshot()).toEqual(before);
  });
});
