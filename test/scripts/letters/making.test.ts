import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { defaultEffects, quiet } from "../../../scripts/effects.ts";
import { finish, makeAll, type Job, type Made } from "../../../scripts/letters/making.ts";
import { noExemptions } from "#survey/contact/waveList.ts";
import { Run } from "../../../scripts/run.ts";

describe("a wave that is interrupted", () => {
  let folder: string;
  let calls: string[];
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "borgersvar-making-"));
    calls = [];
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const job = (municipality: string, text: string, fails = false): Job => ({
    plan: {
      municipality,
      batch: 0,
      contact: 0,
      recipients: [],
      asOf: null,
      exempt: noExemptions(),
      since: null,
      difference: null,
    },
    input: { municipality, text },
    files: () => {
      calls.push(municipality);
      if (fails) return Promise.reject(new Error("killed"));
      return Promise.resolve({
        files: [{ name: `waves/0/${municipality}/brev.docx`, data: text }],
        sms: null,
      });
    },
  });
  const wave = async (jobs: Job[]): Promise<Made[]> => {
    const run = new Run(folder, "letters", quiet(defaultEffects));
    try {
      const made = await makeAll(run, jobs, 0);
      await finish(run, made);
      return made;
    } finally {
      await run.discard();
    }
  };
  const read = (code: string) => readFile(path.join(folder, `waves/0/${code}/brev.docx`), "utf8");
  const interrupted = () =>
    expect(wave([job("0101", "a"), job("0147", "b", true)])).rejects.toThrow("killed");

  it("goes on where it was, and leaves no unfinished file", async () => {
    await interrupted();
    await writeFile(path.join(folder, "waves/0/0101/brev.docx.1.tmp"), "half");
    const made = await wave([job("0101", "a"), job("0147", "b")]);
    expect(made.map(({ resumed }) => resumed)).toEqual([true, false]);
    expect(calls).toEqual(["0101", "0147", "0147"]);
    expect([await read("0101"), await read("0147")]).toEqual(["a", "b"]);
  });

  it("makes again what was made from something else", async () => {
    await interrupted();
    await wave([job("0101", "new"), job("0147", "b")]);
    expect(await read("0101")).toBe("new");
  });

  it("makes again what does not stand as it was left", async () => {
    await interrupted();
    await writeFile(path.join(folder, "waves/0/0101/brev.docx"), "edited");
    await wave([job("0101", "a"), job("0147", "b")]);
    expect(await read("0101")).toBe("a");
  });

  it("remembers nothing once it is finished: a repeated wave is made whole", async () => {
    await wave([job("0101", "a")]);
    expect((await wave([job("0101", "a")]))[0]?.resumed).toBe(false);
  });

  it("takes away a file that the wave has no more", async () => {
    await wave([job("0101", "a")]);
    for (const name of ["sms.csv", "notes.txt"])
      await writeFile(path.join(folder, "waves/0/0101", name), "x");
    await wave([job("0101", "a")]);
    await expect(readFile(path.join(folder, "waves/0/0101/sms.csv"))).rejects.toThrow("ENOENT");
    expect(await readFile(path.join(folder, "waves/0/0101/notes.txt"), "utf8")).toBe("x");
  });
});
