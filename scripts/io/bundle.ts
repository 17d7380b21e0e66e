/** The Worker as it is deployed: one file, made by `wrangler deploy --dry-run`, which needs no account. */
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { stayOffline } from "../offline.ts";
import { REPOSITORY, WRANGLER_CONFIG } from "./wrangler.ts";

const WRANGLER = path.join(REPOSITORY, "node_modules/wrangler/bin/wrangler.js");

export interface Bundle {
  /** The module. */
  file: string;
  bytes: number;
  /** As Cloudflare counts it against its limit of 3 MB (free) or 10 MB (paid). */
  gzipBytes: number;
  /** What Wrangler says it would deploy: bindings, sizes, warnings. */
  report: string;
}

/**
 * Goes through a whole deployment but its upload.
 * @param environment `remote` is the deployed one; "" the local one
 * @throws when Wrangler refuses the configuration.
 */
export async function bundleWorker(
  out: string,
  { assets, environment = "" }: { assets: string; environment?: "" | "remote" },
): Promise<Bundle> {
  stayOffline();
  const deploy = ["deploy", "--dry-run", "--config", WRANGLER_CONFIG, "--env", environment];
  const places = ["--outdir", path.resolve(out), "--assets", path.resolve(assets)];
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", WRANGLER, ...deploy, ...places],
    { cwd: REPOSITORY, env: { ...process.env, WRANGLER_LOG: "log", NO_COLOR: "1" } },
  );
  const file = path.join(out, "index.js");
  const code = await readFile(file);
  return { file, bytes: code.length, gzipBytes: gzipSync(code).length, report: stdout + stderr };
}
