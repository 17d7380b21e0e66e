/** A custom property that nobody sets is no error to a browser: the rule that asks for it is dropped in silence. */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { expect, it } from "vitest";

const SITE = path.join(import.meta.dirname, "../../site");

it("every custom property that a rule asks for is set somewhere", async () => {
  const files = (await readdir(SITE, { recursive: true })).filter((name) => /\.(css|astro|ts)$/.test(name));
  const texts = await Promise.all(files.map((name) => readFile(path.join(SITE, name), "utf8")));
  const names = (pattern: RegExp): Set<string> =>
    new Set(texts.flatMap((text) => Array.from(text.matchAll(pattern), ([, name = ""]) => name)));
  const asked = names(/var\(\s*(--[\w-]+)/g);
  const set = names(/(--[\w-]+)\s*[:`"']/g);
  expect(asked.size).toBeGreaterThan(20);
  expect([...asked].filter((name) => !set.has(name))).toEqual([]);
});
