/** What wrangler.toml deploys: nothing that logs, previews or listens anywhere but on the round's own address. */
import { beforeAll, describe, expect, it } from "vitest";
import type { Unstable_Config as Config } from "wrangler";
import { loadWrangler, WRANGLER_CONFIG } from "../scripts/io/wrangler.ts";

describe.each([
  ["this machine", undefined],
  ["the deployed Worker", "remote"],
] as const)("on %s", (_, env) => {
  let config: Config;
  beforeAll(async () => {
    const { unstable_readConfig } = await loadWrangler();
    config = unstable_readConfig({ config: WRANGLER_CONFIG, ...(env ? { env } : {}) });
  });

  it("nothing is logged and nobody else is told", () => {
    expect(config.observability?.enabled).toBe(false);
    expect(config.logpush ?? false).toBe(false);
    expect(config.tail_consumers ?? []).toEqual([]);
    expect(config.analytics_engine_datasets).toEqual([]);
  });

  it("there is no address but the round's own", () => {
    expect(config.workers_dev).toBe(false);
    expect(config.preview_urls).toBe(false);
  });

  it("reaches the database, the pages and the rate limiter, and nothing else", () => {
    expect(config.d1_databases.map(({ binding }) => binding)).toContain("DB");
    expect(config.d1_databases.every(({ binding }) => /^DB(_\d+)?$/.test(binding))).toBe(true);
    expect(config.assets?.binding).toBe("ASSETS");
    expect(config.ratelimits.map(({ name }) => name)).toEqual(["LIMITER"]);
    const others = [
      config.kv_namespaces,
      config.r2_buckets,
      config.services ?? [],
      config.hyperdrive,
      config.vectorize,
      config.send_email,
      config.dispatch_namespaces,
      config.mtls_certificates,
      config.queues.producers ?? [],
      config.durable_objects.bindings,
    ];
    expect(others.flat()).toEqual([]);
    expect(config.vars).toEqual({});
  });

  it("the Worker answers before the pages only where it receives", () => {
    expect(config.assets?.run_worker_first).toEqual(["/svar", "/afmeld", "/find"]);
  });
});
