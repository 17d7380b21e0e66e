/**
 * The documents for operators and reviewers stay true: every command they name is there with its options, every npm script,
 * file and link too, and every requirement of the security standard is answered for once.
 */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import type { CommandOption } from "../scripts/command.ts";
import { commands } from "../scripts/commands.ts";

const ROOT = path.resolve(import.meta.dirname, "..");
const DOCUMENTS = ["runbook", "security", "asvs", "privacy", "scale", "licences", "disclosure"].map(
  (name) => `docs/${name}.md`,
);
const read = (file: string): Promise<string> => readFile(path.join(ROOT, file), "utf8");
const texts = new Map(await Promise.all(DOCUMENTS.map(async (file) => [file, await read(file)] as const)));

const scripts = new Set(
  Object.keys(
    z.looseObject({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(await read("package.json")))
      .scripts,
  ),
);

/** What stands in code, in a line or in a block. */
function codeIn(text: string): string[] {
  const blocks = [...text.matchAll(/^```sh\n([\s\S]*?)^```/gm)].flatMap(([, body = ""]) => body.split("\n"));
  const inline = [...text.replaceAll(/^```[\s\S]*?^```/gm, "").matchAll(/`([^`\n]+)`/g)];
  return [...blocks, ...inline.map(([, code = ""]) => code)].map((line) => line.trim()).filter(Boolean);
}

const named = [...texts].flatMap(([file, text]) => codeIn(text).map((code) => ({ file, code })));
const beginningWith = (start: string): { file: string; code: string }[] =>
  named.filter(({ code }) => code.startsWith(start));

describe("every command line", () => {
  const lines = beginningWith("npx borgersvar ");

  it("is looked at", () => expect(lines.length).toBeGreaterThan(30));

  it.each(lines)("$file: $code", async ({ code }) => expect(await faultsOf(code)).toEqual([]));

  it("would be found wrong", async () => {
    expect(await faultsOf("npx borgersvar conquer rounds/2027-q2")).toEqual(["no such command"]);
    expect(await faultsOf("npx borgersvar purge rounds/2027-q2 --stage half --fast")).toEqual([
      "--stage half",
      "--fast",
    ]);
    expect(await faultsOf("npx borgersvar letters rounds/2027-q2")).toEqual(["without --wave"]);
  });
});

/** What the command line of a document has that the command has not, or lacks. */
async function faultsOf(code: string): Promise<string[]> {
  const words = code
    .replace(/ (#|\|).*$/, "")
    .split(/\s+/)
    .slice(2);
  const entry = commands.find(({ name }) => name === words.slice(0, name.split(" ").length).join(" "));
  if (!entry) return ["no such command"];
  const { options } = await entry.load();
  const wrong = words.flatMap((word, at) =>
    word.startsWith("--") ? optionFaults(options, word, words[at + 1]) : [],
  );
  // Without a round folder it names the command in a sentence.
  if (words.length === entry.name.split(" ").length) return wrong;
  const required = options.filter((option) => option.required).map(nameOf);
  return [...wrong, ...required.filter((name) => !words.includes(name)).map((name) => `without ${name}`)];
}

const nameOf = ({ flags }: CommandOption): string => flags.split(" ", 1)[0] ?? "";
const FOR_ALL: ReadonlySet<string> = new Set(["--json", "--help", "--identity-file", "--passphrase-file"]);

function optionFaults(options: readonly CommandOption[], word: string, value = ""): string[] {
  if (FOR_ALL.has(word)) return [];
  const option = options.find((known) => nameOf(known) === word);
  if (!option) return [word];
  const known = !option.choices || value.startsWith("<") || option.choices.includes(value);
  return known ? [] : [`${word} ${value}`];
}

it("every npm script is there", () => {
  const wanted = named.flatMap(({ code }) =>
    [...code.matchAll(/\bnpm run (?:-s )?([\w:]+)/g)].map(([, s = ""]) => s),
  );
  expect(wanted.length).toBeGreaterThan(5);
  expect([...new Set(wanted)].filter((name) => !scripts.has(name))).toEqual([]);
});

it("every file is there", () => {
  const files = named.flatMap(({ code }) =>
    [...code.matchAll(/(?:^|\s)((?:survey|scripts|test|docs|db|worker|site)\/[\w./-]+)/g)].map(
      ([, file = ""]) => file,
    ),
  );
  expect(files.length).toBeGreaterThan(30);
  expect([...new Set(files)].filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([]);
});

it("every link leads to a file", () => {
  const links = [...texts].flatMap(([file, text]) =>
    [...text.matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, link = ""]) => link)
      .filter((link) => !/^(https?:|#)/.test(link))
      .map((link) => path.join(ROOT, path.dirname(file), link.replace(/#.*$/, ""))),
  );
  expect(links.length).toBeGreaterThan(5);
  expect(links.filter((target) => !existsSync(target))).toEqual([]);
});

it("nothing is left to write", () => {
  const unfinished = /TODO|TBD|XXX|§[A-Z]/;
  expect([...texts].filter(([, text]) => unfinished.test(text)).map(([file]) => file)).toEqual([]);
});

describe("OWASP ASVS", async () => {
  const { levels } = z
    .object({ source: z.string(), levels: z.record(z.string(), z.int().min(1).max(3)) })
    .parse(JSON.parse(await read("test/vectors/asvs.json")));
  const [met = "", apart = ""] = (texts.get("docs/asvs.md") ?? "").split("## What does not apply");
  const rows = [...met.matchAll(/^\| (\d+\.\d+\.\d+) \| (\d) \| (.+) \| (.+) \|$/gm)];
  const prefixes = [...apart.matchAll(/^\| ([\d., ]+) \|/gm)].flatMap(([, ids = ""]) => ids.split(", "));
  const leftOut = (id: string): string[] => prefixes.filter((p) => id === p || id.startsWith(`${p}.`));

  it("has a row for each requirement of levels 1 and 2, or a reason why not", () => {
    const ids = Object.keys(levels).filter((id) => (levels[id] ?? 3) < 3);
    expect(ids).toHaveLength(253);
    const answered = [...rows.map(([, id = ""]) => id), ...ids.flatMap((id) => leftOut(id).map(() => id))];
    expect(ids.filter((id) => answered.filter((one) => one === id).length !== 1)).toEqual([]);
  });

  it("names only requirements that exist, each with its level", () => {
    expect(rows.filter(([, id = "", level]) => String(levels[id]) !== level).map(([line]) => line)).toEqual(
      [],
    );
    const known = Object.keys(levels);
    const none = prefixes.filter((p) => !known.some((id) => id === p || id.startsWith(`${p}.`)));
    expect(none).toEqual([]);
  });

  it("says what checks each: a command, a step, or that it is untried", () => {
    const checks =
      /^(`(npx vitest run|npm run) .+`|runbook, (step \d+|»Backup«)|security\.md.*|untried here)$/;
    expect(rows.filter(([, , , , check = ""]) => !checks.test(check)).map(([line]) => line)).toEqual([]);
  });
});
