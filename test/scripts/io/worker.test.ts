import { request } from "node:http";
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
import { OBSERVATORY } from "./observatory.ts";

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

  it("passes the Observatory's tests on every kind of answer", async () => {
    const form = { municipality: "0751", questionnaire: "2026-1", code: "x", send: "1" };
    const places = [
      "/",
      "/aarhus/",
      "/aarhus/tak/",
      "/aarhus/afmeld/",
      "/privatliv/",
      "/was/",
      "/resultater/",
    ];
    const answers = [
      ...places.map((address) => browse(address)),
      ...["/nowhere/", "/resultater/nowhere/", "/edge.json", "/sw.js", "/svar", "/aarhus"].map((a) =>
        browse(a),
      ),
      browse("/svar", form),
      browse("/find", { code: "x" }),
      browse("/afmeld", form),
    ];
    for (const answer of answers) {
      const response = await answer;
      const { headers, url, status } = response;
      const isPage = headers.get("Content-Type")?.startsWith("text/html") ?? false;
      const html = isPage ? await response.text() : "";
      const found = OBSERVATORY.map(({ name, find }) => [name, find({ headers, html })]);
      expect([url, status, found.filter(([, wrong]) => wrong !== null)]).toEqual([url, status, []]);
    }
    const careless = new Headers({
      "Content-Security-Policy": "default-src 'none'; script-src 'unsafe-inline'",
      "Set-Cookie": "a=b",
      "Access-Control-Allow-Origin": "*",
    });
    const html = '<script src="https://elsewhere.example/x.js"></script>';
    for (const { name, find } of OBSERVATORY)
      expect([name, find({ headers: careless, html })]).not.toEqual([name, null]);
  });

  it("leads to no other host, whatever the address or the Host header says", async () => {
    const targets = [
      "//evil.example/",
      "//evil.example/%2e%2e",
      "/%2f%2fevil.example/",
      "/%5cevil.example/",
      "/\\evil.example",
      "/.//evil.example/",
      "/aarhus//evil.example",
      "/aarhus/..//evil.example/index.html",
      "/aarhus/index.html",
      "/https://evil.example",
      "http://evil.example/aarhus",
      "/aarhus?to=//evil.example",
    ];
    const hosts = [undefined, "evil.example", "evil.example:80", "localhost@evil.example", "[::1]"];
    for (const target of targets)
      for (const host of hosts) {
        const location = await locationOf(target, host);
        const base = `http://${host ?? "localhost"}/`;
        const leads =
          location === null || !URL.canParse(location, base) ? null : new URL(location, base).pathname;
        expect([target, host, location?.match(/^(?:https?:)?[/\\]{2}/) ?? null]).toEqual([
          target,
          host,
          null,
        ]);
        expect(leads ?? "/").toMatch(/^\/(?!\/)/);
      }
  });

  /** As it is sent on the wire, for `fetch` would mend the address first. */
  const locationOf = (target: string, host?: string): Promise<string | null> =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(worker.url);
      const headers = host === undefined ? {} : { Host: host };
      const outgoing = request({ hostname, port, path: target, headers }, (incoming) => {
        incoming.resume();
        resolve(incoming.headers.location ?? null);
      });
      outgoing.on("error", reject);
      outgoing.end();
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
