/**
 * The deployed bundle straight in workerd, without Wrangler's development proxy in front and without its watching: for
 * measuring, and for killing. It can reach nothing outside, and each running one is a process group of its own.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { createInterface } from "node:readline";
import { loadWrangler, stateFolder, WRANGLER_CONFIG } from "../io/wrangler.ts";

const HOST = path.join(import.meta.dirname, "workerdHost.ts");

export interface WorkerdOptions {
  /** The bundle of `bundleWorker`. */
  bundle: string;
  assets: string;
  pepper: string;
  persistTo: string;
  /** 0 takes a free one. */
  port?: number;
  /** Names of Workers beside each other on the same database, each asked for by the host `<name>.local`. */
  versions?: readonly string[];
}

export interface Workerd {
  url: string;
  /** As `kill -9` of the whole group, the database in the middle of whatever it does. */
  kill: () => Promise<void>;
  /** In order. */
  stop: () => Promise<void>;
}

/** Writes what a host needs into a file; a host that is started again takes it as it is. */
export async function prepareWorkerd(file: string, options: WorkerdOptions): Promise<void> {
  const { unstable_getMiniflareWorkerOptions } = await loadWrangler();
  const { workerOptions } = unstable_getMiniflareWorkerOptions(WRANGLER_CONFIG, undefined, {
    overrides: { assets: { directory: path.resolve(options.assets) } },
  });
  const { versions = ["worker"] } = options;
  const workers = versions.map((name) => ({
    ...workerOptions,
    name,
    bindings: { PEPPER: options.pepper },
    modules: [{ type: "ESModule", path: options.bundle }],
    modulesRoot: path.dirname(options.bundle),
    ...(versions.length > 1 ? { routes: [`${name}.local/*`] } : {}),
  }));
  const settings = {
    workers,
    host: "127.0.0.1",
    port: options.port ?? 0,
    resourcePersistencePath: stateFolder(options.persistTo),
    cf: false,
  };
  await writeFile(file, JSON.stringify(settings));
}

/** Starts a host on a prepared file and waits until it answers. */
export async function startWorkerd(file: string): Promise<Workerd> {
  const host = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", HOST, file], {
    detached: true,
    stdio: ["pipe", "pipe", "inherit"],
  });
  const ended = once(host, "exit");
  // A group outlives a check that is stopped, unless it is taken along.
  const takeAlong = (): void => killGroup(host.pid);
  process.once("exit", takeAlong);
  const end = async (how: () => void): Promise<void> => {
    process.removeListener("exit", takeAlong);
    how();
    await ended;
  };
  const ready = once(createInterface(host.stdout), "line");
  const first = await Promise.race([ready, ended]);
  const [url] = first;
  if (typeof url !== "string") throw new Error("workerd has ended before it was ready");
  return {
    url,
    kill: () => end(() => killGroup(host.pid)),
    stop: () => end(() => host.stdin.end()),
  };
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // The group has ended by itself.
  }
}
