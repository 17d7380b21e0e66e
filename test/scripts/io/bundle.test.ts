/** What is deployed: its size, what it is bound to, and that it asks nobody but its bindings. */
import { once } from "node:events";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { prepareWorkerd, startWorkerd } from "../../../scripts/bench/workerd.ts";
import { bundleWorker, type Bundle } from "../../../scripts/io/bundle.ts";

/** A third more than it is; Cloudflare takes 3 MB on its free plan. */
const MOST_GZIP_KIB = 192;

let folder: string;
let bundle: Bundle;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "borgersvar-bundle-"));
  const assets = path.join(folder, "site");
  await mkdir(assets);
  await writeFile(path.join(assets, "404.html"), "<title>404</title>");
  bundle = await bundleWorker(path.join(folder, "out"), { assets, environment: "remote" });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("wrangler deploy --dry-run --env remote", () => {
  it("goes through without a warning and binds what the Worker uses", () => {
    expect(bundle.report).not.toMatch(/warning/i);
    for (const binding of ["env.DB (borgersvar)", "env.LIMITER (30 requests/60s)", "env.ASSETS"])
      expect(bundle.report).toContain(binding);
    expect(bundle.report).toContain("--dry-run: exiting now.");
  });

  it(`makes a bundle under ${MOST_GZIP_KIB} KiB`, () => {
    const [kib, gzipKib] = [bundle.bytes, bundle.gzipBytes].map((bytes) => Math.round(bytes / 1024));
    console.log(`Worker bundle: ${kib} KiB, ${gzipKib} KiB gzipped`);
    expect(gzipKib).toBeLessThan(MOST_GZIP_KIB);
  });
});

describe("the bundle", () => {
  it("calls fetch on its assets only, and opens no other connection", async () => {
    const code = await readFile(bundle.file, "utf8");
    const calls = [...code.matchAll(/([\w$]*)([.?\s]*)\bfetch\s*\(/g)].filter(
      ([, , dot]) => !dot?.includes("\n"),
    );
    const onAssets = calls.filter(([, receiver]) => receiver === "ASSETS");
    expect(onAssets.length).toBeGreaterThanOrEqual(2);
    // `this` is Hono's app, which answers itself.
    const others = calls.filter(([, receiver]) => !["ASSETS", "this", ""].includes(receiver ?? ""));
    expect(others.map(([call]) => call)).toEqual([]);
    const bare = calls.filter(([, receiver, dot]) => receiver === "" && dot === "");
    expect(bare.map(([call]) => call)).toEqual([]);
    expect(code).not.toMatch(/\bWebSocket\(|\bEventSource\(|cloudflare:sockets|\bimport\(/);
  });

  it("is run where nothing outside can be reached", async () => {
    let reached = 0;
    const outside = createServer((_, reply) => {
      reached++;
      reply.end();
    });
    outside.listen(0, "127.0.0.1");
    await once(outside, "listening");
    onTestFinished(() => void outside.close());
    const address = outside.address();
    const port = typeof address === "object" ? address?.port : 0;
    const curious = path.join(folder, "curious.js");
    const ask = `fetch("http://127.0.0.1:${port}/").then(({ status }) => new Response(String(status)))`;
    await writeFile(curious, `export default { fetch: () => ${ask} };`);
    const settings = path.join(folder, "curious.json");
    const place = { assets: path.join(folder, "site"), pepper: "", persistTo: path.join(folder, "d1") };
    await prepareWorkerd(settings, { ...place, bundle: curious });
    const workerd = await startWorkerd(settings);
    try {
      const response = await fetch(`${workerd.url}/svar`, { method: "POST" });
      expect([await response.text(), reached]).toEqual(["403", 0]);
    } finally {
      await workerd.stop();
    }
  });
});
