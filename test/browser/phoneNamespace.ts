/**
 * A phone in a network namespace of its own, on a cable to this one that can be cut without a word: packets go to a machine
 * that does not exist. For `npm run check:tunnel`, which runs in a namespace itself and leaves nothing behind.
 */
import { execFile, spawn } from "node:child_process";
import { chmod, mkdtemp, readlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import type { Browser } from "playwright-core";
import { launchChromium } from "../../scripts/bench/chromium.ts";

const run = promisify(execFile);

export const SERVER_ADDRESS = "10.99.7.1";
const PHONE_ADDRESS = "10.99.7.2";
const NOBODY = "02:00:00:00:00:99";

export interface PhoneNamespace {
  /** Chromium on the phone; an origin is treated as secure, as it would be over TLS. */
  launch: (origin: string) => Promise<Browser>;
  cut: () => Promise<void>;
  mend: () => Promise<void>;
  close: () => void;
}

const here = (...words: string[]) => run("ip", words);

const hardware = async (shown: Promise<{ stdout: string }>): Promise<string> =>
  /link\/ether (\S+)/.exec((await shown).stdout)?.[1] ?? "";

/** @throws when namespaces are not allowed here, or `ip`, `unshare` or `nsenter` is missing */
export async function phoneNamespace(
  chromium = process.env["CHROME_PATH"] ?? "/usr/bin/chromium",
): Promise<PhoneNamespace> {
  const holder = spawn("unshare", ["--net", "sleep", "infinity"], { stdio: "ignore" });
  const { pid = 0 } = holder;
  await ownNamespace(pid);
  const onPhone = ["--target", String(pid), "--net"];
  const there = (...words: string[]) => run("nsenter", [...onPhone, "ip", ...words]);

  await here("link", "add", "cable", "type", "veth", "peer", "name", "radio");
  await here("link", "set", "radio", "netns", String(pid));
  await here("address", "add", `${SERVER_ADDRESS}/24`, "dev", "cable");
  await there("address", "add", `${PHONE_ADDRESS}/24`, "dev", "radio");
  await here("link", "set", "cable", "up");
  await there("link", "set", "radio", "up");
  await there("link", "set", "lo", "up");

  const server = await hardware(here("link", "show", "cable"));
  const phone = await hardware(there("link", "show", "radio"));
  const aim = async (atPhone: string, atServer: string): Promise<void> => {
    await here("neigh", "replace", PHONE_ADDRESS, "lladdr", atPhone, "dev", "cable", "nud", "permanent");
    await there("neigh", "replace", SERVER_ADDRESS, "lladdr", atServer, "dev", "radio", "nud", "permanent");
  };
  await aim(phone, server);

  const folder = await mkdtemp(path.join(tmpdir(), "borgersvar-phone-"));
  const executablePath = path.join(folder, "chromium");
  await writeFile(executablePath, `#!/bin/sh\nexec nsenter ${onPhone.join(" ")} ${chromium} "$@"\n`);
  await chmod(executablePath, 0o700);
  return {
    launch: (origin) =>
      launchChromium({ executablePath }, [`--unsafely-treat-insecure-origin-as-secure=${origin}`]),
    cut: () => aim(NOBODY, NOBODY),
    mend: () => aim(phone, server),
    close: () => holder.kill(),
  };
}

/** Until the process has left the namespace it was started in. */
async function ownNamespace(pid: number): Promise<void> {
  const ours = await readlink("/proc/self/ns/net");
  for (;;) {
    const theirs = await readlink(`/proc/${pid}/ns/net`).catch(() => ours);
    if (theirs !== ours) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
