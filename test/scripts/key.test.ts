import { stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { initCommand } from "../../scripts/init.ts";
import { keyBackupCommand } from "../../scripts/keyBackup.ts";
import { fingerprint, keyText, parseKeyText } from "../../scripts/keys.ts";
import { keyVerifyCommand } from "../../scripts/keyVerify.ts";
import { linesOfFile, paperCopy, readPaperCopy } from "../../scripts/paperCopy.ts";
import { workbench, type Workbench } from "./workbench.ts";

const anyKey = fc.uint8Array({ minLength: 32, maxLength: 32 });
const SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

describe("the text of a key", () => {
  it("comes back as it was", () => {
    fc.assert(
      fc.property(anyKey, (key) => {
        expect(parseKeyText(keyText(key))).toEqual(key);
      }),
    );
  });

  it.each(["", "abc", `${"A".repeat(42)}B`, "A".repeat(44), `${"A".repeat(42)}=`])("refuses %j", (text) => {
    expect(parseKeyText(text)).toBeNull();
  });
});

describe("the paper copy", () => {
  it("gives the key back, however it is typed", () => {
    fc.assert(
      fc.property(anyKey, (key) => {
        const typed = paperCopy(key).map((line) =>
          line.toLowerCase().replaceAll("-", " ").replaceAll("0", "o"),
        );
        expect(readPaperCopy(typed)).toEqual({ ok: true, key });
      }),
    );
  });

  it("finds every wrong symbol and every swap of neighbours in its own line", () => {
    const slip = fc.record({
      line: fc.nat(3),
      place: fc.nat(15),
      symbol: fc.constantFrom(...Array.from(SYMBOLS)),
    });
    fc.assert(
      fc.property(anyKey, slip, (key, { line, place, symbol }) => {
        const lines = paperCopy(key).map((text) => text.replaceAll("-", ""));
        const right = lines[line] ?? "";
        const wrong = right.slice(0, place) + symbol + right.slice(place + 1);
        const swapped =
          right.slice(0, place) + (right[place + 1] ?? "") + (right[place] ?? "") + right.slice(place + 2);
        for (const text of [wrong, swapped]) {
          if (text === right) continue;
          const read = readPaperCopy(lines.with(line, text));
          expect(read).toEqual({ ok: false, line: line + 1, reason: "slip" });
        }
      }),
    );
  });

  it("tells lines in another order and missing lines apart from slips", () => {
    const [a = "", b = "", c = "", d = ""] = paperCopy(new Uint8Array(32).map((_, i) => i));
    expect(readPaperCopy([a, c, b, d])).toEqual({ ok: false, line: 2, reason: "order" });
    expect(readPaperCopy([a, b, c])).toEqual({ ok: false, line: 4, reason: "missing" });
  });

  it("is read from a text with other lines in it", () => {
    const lines = paperCopy(new Uint8Array(32));
    const text = `Paper copy of round.key\r\n${lines.map((line, i) => ` ${i + 1}. ${line}`).join("\r\n")}\r\nkeep it\r\n`;
    expect(linesOfFile(text)).toEqual(lines);
  });
});

describe("key backup and key verify", () => {
  let bench: Workbench;
  let lines: string[];
  let key: Uint8Array;
  beforeEach(async () => {
    bench = await workbench();
    await bench.run(initCommand);
    key = parseKeyText(await bench.read("round.key")) ?? new Uint8Array();
    lines = paperCopy(key);
  });
  afterEach(() => bench.remove());

  const verified = async (): Promise<boolean> =>
    (await bench.read("journal.jsonl")).includes(`"verifiedCopyOf":"${fingerprint(key)}"`);

  it("shows the copy on the screen and writes it nowhere", async () => {
    const before = Object.keys(await bench.snapshot());
    const result = await bench.run(keyBackupCommand);
    for (const [i, line] of lines.entries()) expect(result.lines).toContain(`  ${i + 1}  ${line}`);
    expect(JSON.stringify(result.data)).not.toContain(lines[0]);
    expect(Object.keys(await bench.snapshot())).toEqual(before);
    expect(await bench.read("journal.jsonl")).not.toContain(lines[0]);
  });

  it("writes it to a new file outside the round folder, for the owner alone", async () => {
    const out = path.join(tmpdir(), `borgersvar-copy-${process.pid}-${path.basename(bench.folder)}.txt`);
    const result = await bench.run(keyBackupCommand, { out });
    expect(result.lines.join("\n")).not.toContain(lines[0]);
    expect((await stat(out)).mode & 0o777).toBe(0o600);
    await bench.run(keyVerifyCommand, { copy: out });
    expect(await verified()).toBe(true);
    expect((await bench.refusal(keyBackupCommand, { out })).what).toBe("there is such a file already");
    expect((await bench.refusal(keyBackupCommand, { out: bench.path("copy.txt") })).what).toContain(
      "lost together with the key",
    );
  });

  it("asks for the lines one by one, lets a slip be mended, and records the copy as right", async () => {
    const [first = "", second = ""] = lines;
    bench.typed.push(first, `${second.slice(0, -1)}${second.endsWith("0") ? "1" : "0"}`, ...lines.slice(1));
    const result = await bench.run(keyVerifyCommand);
    expect(result.data).toMatchObject({ file: "round.key", roundKey: fingerprint(key), verified: true });
    expect(bench.screen.join("\n")).toContain("Line 2 has a slip");
    expect(await verified()).toBe(true);
  });

  it("gives up after three tries and says which line", async () => {
    bench.typed.push(lines[0] ?? "", "A", "B", "C");
    const refused = await bench.refusal(keyVerifyCommand);
    expect(refused.where).toBe("the typed copy, line 2");
    expect(await verified()).toBe(false);
  });

  it("refuses when nobody is at the keyboard, and the copy of another key", async () => {
    expect((await bench.refusal(keyVerifyCommand)).what).toContain("nobody is at the keyboard");
    const other = new Uint8Array(32).fill(9);
    bench.typed.push(...paperCopy(other));
    const refused = await bench.refusal(keyVerifyCommand);
    expect(refused.what).toContain(fingerprint(other));
    expect(refused.how).toContain(fingerprint(key));
    expect(await verified()).toBe(false);
  });

  it("names the wrong line of a file and never shows it", async () => {
    const wrong = lines.with(
      2,
      (lines[2] ?? "").replace(/^./, (s) => (s === "7" ? "8" : "7")),
    );
    await bench.write("copy.txt", wrong.map((line, i) => `${i + 1} ${line}`).join("\n"));
    const refused = await bench.refusal(keyVerifyCommand, { copy: bench.path("copy.txt") });
    expect(refused.where).toBe(`${bench.path("copy.txt")}, line 3`);
    expect(refused.message).not.toContain(wrong[2]);
    expect((await bench.refusal(keyVerifyCommand, { copy: bench.path("none.txt") })).what).toBe(
      "the file is missing",
    );
  });
});
