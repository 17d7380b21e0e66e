import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { HtmlValidate } from "html-validate";
import { afterAll, describe, expect, it } from "vitest";
import { edgeSchema } from "#survey/edge.ts";
import { segmentOf } from "#survey/languages.ts";
import { isResults } from "../../scripts/io/siteHeaders.ts";
import { buildSite } from "../../scripts/io/siteBuild.ts";
import { CliError } from "../../scripts/errors.ts";
import { builtSite } from "./documents.ts";
import { edgeFixture } from "./edge.ts";

const { edge, site, read } = builtSite(edgeFixture({ languages: ["da", "ar"] }));
const folder = await mkdtemp(path.join(tmpdir(), "borgersvar-site-"));
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("the built site", () => {
  it("has every address of the contract", () => {
    const addresses = site().documents.map(({ address }) => address);
    const ofMunicipality = ["", "tak/", "afmeld/", "afmeld/ok/", "afmeld/slettet/"];
    expect(addresses).toEqual(
      expect.arrayContaining([
        "/404.html",
        "/resultater/",
        ...["/", "/aarhus/", "/odense/", "/hoeje-taastrup/"].flatMap((place) =>
          edge.languages.flatMap((language) =>
            (place === "/" ? ["", "privatliv/", "was/"] : ofMunicipality).map(
              (page) => `${place}${segmentOf(language)}${page}`,
            ),
          ),
        ),
      ]),
    );
  });

  it("carries the public part of the round as it was given", async () => {
    expect(edgeSchema.parse(JSON.parse(await read("edge.json")))).toEqual(edge);
  });

  it("names the hash of every inline text, with no line that Cloudflare would drop", async () => {
    const headers = await read("_headers");
    const policy = headers.split("\n").find((line) => line.includes("Content-Security-Policy:")) ?? "";
    for (const { address, scripts, styles } of site().documents) {
      if (address.startsWith("/resultater/")) continue;
      for (const hash of [...scripts, ...styles]) expect(policy).toContain(hash);
    }
    expect(policy).not.toMatch(/unsafe|script-src[^;]*'self'|https?:/);
    expect(Math.max(...headers.split("\n").map((line) => line.length))).toBeLessThan(2000);
  });

  it("is valid HTML on every page", async () => {
    // How long a title is, is the round's to decide.
    const validator = new HtmlValidate({
      extends: ["html-validate:recommended"],
      rules: { "long-title": "off" },
    });
    const pages = site().documents.filter(({ address }) => !isResults(address));
    const found = await Promise.all(
      pages.map(async ({ address }) => {
        const { results } = await validator.validateString(await read(address.replace(/\/$/, "/index.html")));
        return results.flatMap(({ messages }) =>
          messages.map(({ ruleId, message }) => `${address} ${ruleId}: ${message}`),
        );
      }),
    );
    expect(found.flat()).toEqual([]);
  });

  it("has a blank after every sentence, also before a link", async () => {
    const pages = site().documents.filter(({ address }) => !isResults(address));
    for (const { address } of pages) {
      const html = await read(address.replace(/\/$/, "/index.html"));
      expect(html.replaceAll(/<(style|script)>[^]*?<\/\1>/g, "")).not.toMatch(
        /[a-zæøå\d][.:!?](<a |[A-ZÆØÅ])/,
      );
    }
  });

  it("replaces an earlier build, and gives the same bytes again", async () => {
    const edgeFile = path.join(folder, "edge.json");
    await writeFile(edgeFile, JSON.stringify(edge));
    const out = path.join(folder, "again");
    const lines: string[] = [];
    await buildSite({ edge: edgeFile, out }, { say: (line) => lines.push(line) });
    await writeFile(path.join(out, "left-over.html"), "");
    await buildSite({ edge: edgeFile, out });
    expect(await readdir(out)).not.toContain("left-over.html");
    expect(await readFile(path.join(out, "aarhus/index.html"), "utf8")).toBe(await read("aarhus/index.html"));
    expect(await readFile(path.join(out, "_headers"), "utf8")).toBe(await read("_headers"));
    expect(lines.join()).toMatch(
      /6 questionnaires, the heaviest \d+ bytes compressed \(goal 6144, limit 10240\)/,
    );
  });
});

const refusal = async (inputs: { edge: string; out: string }): Promise<CliError> => {
  const error: unknown = await buildSite(inputs).catch((thrown: unknown) => thrown);
  if (!(error instanceof CliError)) throw new TypeError("expected a CliError", { cause: error });
  return error;
};

/** Words that do not compress. */
const words = (seed: number) =>
  Array.from({ length: 160 }, (_, i) => ((i * 7919 + seed) ** 2 % 1e9).toString(36)).join(" ");

describe("what the build refuses, leaving the earlier site as it was", () => {
  it("a missing or broken edge.json, naming the file", async () => {
    const out = path.join(folder, "none");
    const missing = path.join(folder, "missing.json");
    expect(await refusal({ edge: missing, out })).toMatchObject({ where: missing });
    const broken = path.join(folder, "broken.json");
    for (const text of ["{", "{}", JSON.stringify({ ...edge, extra: 1 })]) {
      await writeFile(broken, text);
      expect(await refusal({ edge: broken, out })).toMatchObject({ where: broken });
    }
    expect(await readdir(folder)).not.toContain("none");
  });

  it("a folder that holds something else", async () => {
    const out = path.join(folder, "documents");
    await cp(import.meta.dirname, out, { recursive: true });
    const edgeFile = path.join(folder, "edge.json");
    await writeFile(edgeFile, JSON.stringify(edge));
    expect((await refusal({ edge: edgeFile, out })).what).toContain("not a built site");
    expect(await readdir(out)).toEqual(await readdir(import.meta.dirname));
  });

  it("a questionnaire that a municipality's own questions make too heavy for a phone", async () => {
    const [first, ...others] = edgeFixture().municipalities;
    if (!first) throw new RangeError("no municipality");
    const localQuestions = Array.from({ length: 9 }, (_, i) => ({ id: `l${i + 1}`, text: words(i) }));
    const heavy = { ...edge, municipalities: [{ ...first, localQuestions }, ...others] };
    const edgeFile = path.join(folder, "heavy.json");
    await writeFile(edgeFile, JSON.stringify(heavy));
    const error = await refusal({ edge: edgeFile, out: path.join(folder, "heavy") });
    expect(error.what).toMatch(/\/aarhus\/ is \d+ bytes compressed/);
    expect(await readdir(folder)).not.toContain("heavy");
  });
});
