/** The real Worker on this machine: bundled from `worker/`, on a local D1, with a built site as its assets. */
import path from "node:path";
import { loadWrangler, WRANGLER_CONFIG } from "./wrangler.ts";

export interface WorkerOptions {
  /** Folder of the local D1, as in `openDatabase`. */
  persistTo: string;
  /** Folder of the built site. */
  assets: string;
  /** The secret PEPPER of the round. */
  pepper: string;
  /** Port on this machine; 0 takes a free one. */
  port: number;
  /** Address to listen on. */
  host?: string;
}

export interface RunningWorker {
  /** `http://localhost:8787`, without a slash at the end. */
  url: string;
  /** Stops it and gives the database free. */
  stop: () => Promise<void>;
}

/** Starts it and waits until it answers. Stop it, or the process does not end. */
export async function startWorker(options: WorkerOptions): Promise<RunningWorker> {
  const { unstable_startWorker } = await loadWrangler();
  const worker = await unstable_startWorker({
    config: WRANGLER_CONFIG,
    envFiles: [],
    assets: path.resolve(options.assets),
    bindings: { PEPPER: { type: "secret_text", value: options.pepper } },
    dev: {
      server: { hostname: options.host ?? "localhost", port: options.port },
      persist: path.resolve(options.persistTo),
      inspector: false,
      watch: false,
      liveReload: false,
      remote: false,
      logLevel: "error",
    },
  });
  await worker.ready;
  const { origin } = await worker.url;
  // "Ready" is the listening port; the first answer comes when the bundle runs.
  await fetch(origin);
  return { url: origin, stop: () => worker.dispose() };
}
