/** One round, through the real site, Worker and D1: the canary before it opens, then citizens whose words must stay sealed. */
import { randomBytes } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { canaryRowId } from "#db/canary.ts";
import { deriveKeys, tokenFor } from "#db/keys.ts";
import { listAnswersOf } from "#db/queries/listAnswersOf.ts";
import { formatCode } from "#survey/code.ts";
import { edgeSchema } from "#survey/edge.ts";
import { withdraw } from "#db/queries/optOut.ts";
import { canaryCommand } from "../../scripts/canary.ts";
import { sendCanary } from "../../scripts/canary/visit.ts";
import { demoRound } from "../../scripts/demo/round.ts";
import { defaultEffects, quiet } from "../../scripts/effects.ts";
import { initCommand } from "../../scripts/init.ts";
import { openDatabase } from "../../scripts/io/d1.ts";
import { REPOSITORY } from "../../scripts/io/wrangler.ts";
import { startWorker } from "../../scripts/io/worker.ts";
import { keyText, parseKeyText } from "../../scripts/keys.ts";
import { lettersCommand } from "../../scripts/letters.ts";
import { requireCanary } from "../../scripts/letters/canaryFirst.ts";
import { publishCommand } from "../../scripts/publish.ts";
import { pullCommand } from "../../scripts/pull.ts";
import { readRound } from "../../scripts/round.ts";
import { Run } from "../../scripts/run.ts";
import { sampleCommand } from "../../scripts/sample.ts";
import { siteCommand } from "../../scripts/site.ts";
import { copenhagenDay } from "../../scripts/status/today.ts";
import { flowText, frameText, madePeople } from "./madeFrame.ts";
import { workbench, type Workbench } from "./workbench.ts";

const CODE = "0825";
const NAME = "Xanthippe Kvækkebjerg";
const PEOPLE = madePeople(CODE, 30, 0).map((person) => ({ ...person, name: NAME }));
const settings = (daysIn: number): string =>
  JSON.stringify(
    demoRound({
      today: copenhagenDay(new Date()),
      baseUrl: "http://localhost:9790",
      municipalities: [CODE],
      daysIn,
    }),
  );
const RESPONDENT = `${CODE}-00001`;

const put = (base: string, body: object): Promise<Response> =>
  fetch(`${base}/svar`, {
    method: "PUT",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });

describe("canary", { timeout: 240_000 }, () => {
  let bench: Workbench;
  let pepper: string;
  let code: string;
  beforeAll(async () => {
    bench = await workbench({ now: new Date().toISOString() });
    await bench.write("in/settings.json", settings(-1));
    await bench.run(initCommand, { from: bench.path("in/settings.json") });
    await bench.write("frame/frame.csv", frameText(PEOPLE));
    await bench.write("frame/flow.csv", flowText(PEOPLE));
    for (const command of [sampleCommand, publishCommand, siteCommand]) await bench.run(command);
    const keys = await deriveKeys(parseKeyText(await bench.read("round.key")) ?? new Uint8Array());
    pepper = keys.pepper;
    code = formatCode(await tokenFor(keys.tokenKey, RESPONDENT));
  }, 240_000);
  afterAll(() => bench.remove());

  const place = () => ({ persistTo: bench.path("d1"), assets: bench.path("dist"), pepper, port: 0 });
  const submission = (text: string) => ({
    code,
    municipality: CODE,
    questionnaire: "2026-1",
    client: randomBytes(16).toString("base64url"),
    version: 3,
    answers: { q1: "1", q2: "2", q14: text },
  });
  const canaryRows = async (): Promise<number> => {
    const { db, close } = await openDatabase({ persistTo: bench.path("d1") });
    try {
      return (await listAnswersOf(db, await canaryRowId(pepper, CODE))).length;
    } finally {
      await close();
    }
  };

  it("goes through the Worker before the round opens, is opened, and leaves nothing; a citizen's code must wait", async () => {
    const result = await bench.run(canaryCommand);
    expect(result.data).toMatchObject({ canaries: 1, remote: false });
    expect(await bench.read("journal.jsonl")).toMatch(/"canary":\{"remote":false,"keyId":"[0-9a-f]{8}"/);
    expect(await canaryRows()).toBe(0);
    const worker = await startWorker(place());
    try {
      const early = await put(worker.url, submission("for tidligt"));
      expect(await early.text()).toContain("not_open");
    } finally {
      await worker.stop();
    }
  });

  it("flies again after a flight that was broken off, and after somebody with the secret has withdrawn it", async () => {
    const worker = await startWorker(place());
    const flight = { base: worker.url, pepper, municipality: CODE };
    const edge = edgeSchema.parse(JSON.parse(await bench.read("edge.json")));
    try {
      await sendCanary(new Run(bench.folder, "canary", quiet(defaultEffects)), { ...flight, edge });
    } finally {
      await worker.stop();
    }
    expect(await canaryRows()).toBe(1);
    const { db, close } = await openDatabase({ persistTo: bench.path("d1") });
    await withdraw(db, { rowId: await canaryRowId(pepper, CODE), municipality: CODE }, "2026-08-20");
    await close();
    expect((await bench.run(canaryCommand)).data).toMatchObject({ canaries: 1 });
    expect(await canaryRows()).toBe(0);
  });

  it("is asked for before letters of a deployed round: a refusal with --remote, a line without it", async () => {
    const refused = await bench.refusal(lettersCommand, { wave: "0", remote: true });
    expect(refused.what).toContain("no made-up answers have gone through the deployed Worker");
    expect(refused.how).toContain("--remote");
    // As the canary through the deployed Worker leaves the journal.
    const journal = await bench.read("journal.jsonl");
    const round = await readRound(new Run(bench.folder, "letters", quiet(defaultEffects)));
    const asked = (remote: boolean, baseUrl: string) =>
      requireCanary(new Run(bench.folder, "letters", quiet(defaultEffects)), { ...round, baseUrl }, remote);
    expect(await asked(false, "http://localhost:8787")).toEqual([]);
    expect((await asked(false, "https://svar.example.dk"))[0]).toContain("No letter may go out yet");
    await bench.write(
      "journal.jsonl",
      journal.replaceAll('"canary":{"remote":false', '"canary":{"remote":true'),
    );
    expect(await asked(true, "https://svar.example.dk")).toEqual([]);
    await bench.write(
      "journal.jsonl",
      journal.replaceAll(/"canary":\{"remote":false,"keyId":"./g, '"canary":{"remote":true,"keyId":"x'),
    );
    await expect(asked(true, "https://svar.example.dk")).rejects.toThrow("has changed since");
    await bench.write("journal.jsonl", journal);
  });

  it("finds a Worker that seals to another key, under its name too", async () => {
    const right = await bench.read("dist/edge.json");
    const other = await deriveKeys(new Uint8Array(32).fill(5));
    const own = await deriveKeys(parseKeyText(await bench.read("round.key")) ?? new Uint8Array());
    await bench.write(
      "dist/edge.json",
      right.replace(own.publicKey, other.publicKey).replace(own.keyId, other.keyId),
    );
    const wrongKey = await bench.refusal(canaryCommand);
    expect(wrongKey.what).toContain(`seals answers to key ${other.keyId}`);
    expect(wrongKey.how).toContain("No letter may go out");
    // The same name on another key: only opening it tells.
    await bench.write("dist/edge.json", right.replace(own.publicKey, other.publicKey));
    expect((await bench.refusal(canaryCommand)).what).toContain("does not open what the Worker sealed");
    await bench.write("dist/edge.json", right);
    expect(await canaryRows()).toBe(0);
    const key = await bench.read("round.key");
    await bench.write("round.key", keyText(new Uint8Array(32).fill(6)));
    // The journal knows the key as it was made: it is refused before anything is sent.
    expect((await bench.refusal(canaryCommand)).where).toBe(bench.path("round.key"));
    await bench.write("round.key", key);
  });

  it("what citizens write over HTTP stands in clear in no byte of database, site, journal or caches", async () => {
    await bench.write("round.json", settings(1));
    await bench.run(publishCommand);
    await bench.run(siteCommand);
    const words = `hemmelig-${randomBytes(9).toString("hex")} ${NAME}`;
    const before = await outsideFiles();
    const worker = await startWorker(place());
    try {
      const body = submission(words);
      expect((await put(worker.url, body)).status).toBe(204);
      const form = new URLSearchParams({
        ...body.answers,
        code,
        municipality: CODE,
        questionnaire: "2026-1",
        send: "1",
      });
      const sent = await fetch(`${worker.url}/svar`, { method: "POST", body: form, redirect: "manual" });
      expect(sent.status).toBe(303);
      expect(sent.headers.get("location")).not.toContain(code);
      for (const url of [`${worker.url}/find`, `${worker.url}/afmeld`]) {
        await fetch(url, {
          method: "POST",
          body: new URLSearchParams({ code, municipality: CODE }),
          redirect: "manual",
        });
      }
    } finally {
      await worker.stop();
    }
    const cpr = String(PEOPLE.find(({ eligible }) => eligible === 1)?.cpr);
    const texts = [words, words.split(" ")[0] ?? "", NAME, cpr, code, code.replaceAll("-", "")];
    const searched = [
      ...(await filesOf(bench)),
      ...(await outsideFiles()).filter((f) => !before.includes(f)),
    ];
    expect(searched.some((file) => file.endsWith(".sqlite-wal") || file.endsWith(".sqlite"))).toBe(true);
    expect(searched.some((file) => file.includes("/dist/"))).toBe(true);
    expect(await filesWith(searched, texts)).toEqual([]);
    // They did arrive: the round key opens them.
    await bench.run(pullCommand);
    expect(await filesWith([bench.path("answers/freetext.csv")], [words.split(" ")[0] ?? ""])).toHaveLength(
      1,
    );
  });
});

/** What the round holds beside the files that name people by design. */
async function filesOf(bench: Workbench): Promise<string[]> {
  const entries = await readdir(bench.folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !/\/(frame\/frame|sample\/identities)\.csv$/.test(file));
}

/** What Wrangler and Astro leave in the repository. */
async function outsideFiles(): Promise<string[]> {
  const folders = [".wrangler", ".astro", "node_modules/.cache", "node_modules/.astro", "node_modules/.mf"];
  const lists = await Promise.all(
    folders.map(async (folder) => {
      const root = path.join(REPOSITORY, folder);
      const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
      return entries.filter((e) => e.isFile()).map((e) => path.join(e.parentPath, e.name));
    }),
  );
  return lists.flat();
}

/** The files that hold one of the texts, as UTF-8, UTF-16, base64 or gzip. */
async function filesWith(files: readonly string[], texts: readonly string[]): Promise<string[]> {
  const needles = texts.flatMap((text) => [
    Buffer.from(text),
    Buffer.from(text, "utf16le"),
    ...[0, 1, 2].map((offset) => base64Core(text, offset)),
  ]);
  const found: string[] = [];
  for (const file of files) {
    const stored = await readFile(file).catch(() => Buffer.alloc(0));
    const bytes = stored[0] === 0x1f && stored[1] === 0x8b ? gunzipSync(stored) : stored;
    if (needles.some((needle) => bytes.includes(needle))) found.push(file);
  }
  return found;
}

/** The symbols that the text has in base64 wherever it stands behind `offset` other bytes. */
function base64Core(text: string, offset: number): Buffer {
  const whole = Buffer.concat([Buffer.alloc(offset), Buffer.from(text)]).toString("base64");
  return Buffer.from(whole.slice(offset === 0 ? 0 : 4, -4));
}
