import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deriveKeys, tokenFor } from "#db/keys.ts";
import { listStatus } from "#db/queries/listStatus.ts";
import { loadRespondents } from "#db/queries/loadRespondents.ts";
import { rowIds } from "#db/rowId.ts";
import { SECURITY_HEADERS } from "#survey/securityHeaders.ts";
import { openDatabase } from "../../../scripts/io/d1.ts";
import { buildSite } from "../../../scripts/io/siteBuild.ts";
import { startWorker, type RunningWorker } from "../../../scripts/io/worker.ts";
import { edgeFixture } from "../../site/edge.ts";

/** As a browser without script sends a form. */
const BROWSER = { Accept: "text/html", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Site": "same-origin" };

describe("startWorker", () => {
  let folder: string;
  let worker: RunningWorker;
  let code: string;
  let persistTo: string;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "borgersvar-worker-"));
    persistTo = path.join(folder, "d1");
    const keys = await deriveKeys(new Uint8Array(32).fill(9));
    const edge = edgeFixture({}, { publicKey: keys.publicKey, keyId: keys.keyId });
    await writeFile(path.join(folder, "edge.json"), JSON.stringify(edge));
    await buildSite({ edge: path.join(folder, "edge.json"), out: path.join(folder, "site") });
    const municipality = edge.municipalities[0]?.code ?? "";
    code = await tokenFor(keys.tokenKey, `${municipality}-00001`);
    const { db, close } = await openDatabase({ persistTo });
    await loadRespondents(db, [{ rowId: await (await rowIds(keys.pepper))(code), municipality }]);
    await close();
    worker = await startWorker({
      persistTo,
      assets: path.join(folder, "site"),
      pepper: keys.pepper,
      port: 0,
    });
  });
  afterAll(async () => {
    await worker.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const browse = (address: string, form?: Record<string, string>) =>
    fetch(worker.url + address, {
      redirect: "manual",
      headers: BROWSER,
      ...(form ? { method: "POST", body: new URLSearchParams(form) } : {}),
    });

  it("serves the pages with the headers of the built site", async () => {
    const response = await browse("/aarhus/");
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('action="/svar"');
    for (const [name, value] of Object.entries(SECURITY_HEADERS))
      expect(response.headers.get(name)).toBe(value);
    expect((await browse("/nowhere/")).status).toBe(404);
    expect((await browse("/aarhus/afmeld/")).status).toBe(200);
  });

  it("returns a page with the very policy that the static page has", async () => {
    const form = { municipality: "0751", questionnaire: "2026-1", code: "x", send: "1" };
    const [page, static_] = [await browse("/svar", form), await browse("/aarhus/")];
    const policy = "Content-Security-Policy";
    expect([page.status, page.headers.get(policy)]).toEqual([404, static_.headers.get(policy)]);
    expect(page.headers.get(policy)).toContain("sha256-");
  });

  it("takes a browser's form, and gives the database free when it stops", async () => {
    const form = { municipality: "0751", questionnaire: "2026-1", code, q1: "1", send: "1" };
    const sent = await browse("/svar", form);
    expect([sent.status, sent.headers.get("Location")]).toEqual([303, "/aarhus/tak/"]);
    expect((await browse("/aarhus/tak/")).status).toBe(200);
    const { url } = worker;
    await worker.stop();
    await expect(fetch(url)).rejects.toThrow("fetch failed");
    const { db, close } = await openDatabase({ persistTo });
    const submitted: boolean[] = [];
    for await (const { submittedOn } of listStatus(db)) submitted.push(submittedOn !== null);
    await close();
    expect(submitted).toEqual([true]);
  });
});
