/**
 * Three network namespaces on this machine: the phone's, in which this process must have been started, the server's, and the
 * link's between them. Nothing outside them is touched, and they are gone when their processes are.
 */
import { execFile, spawn, type ChildProcess, type StdioOptions } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { promisify } from "node:util";
import type { LinkSpeed } from "./direction.ts";
import { CABLE_MTU, LINK_MTU, PHONE, SERVER, VXLAN_PORT, type Side } from "./sides.ts";

const run = promisify(execFile);
const TALKING: StdioOptions = ["ignore", "inherit", "inherit", "ipc"];

/** Who is not root becomes root of a namespace of their own first. */
const AS_ROOT = process.getuid?.() === 0 ? [] : ["--user", "--map-root-user"];

const nodeIn = (namespaces: readonly string[], file: string, options: readonly string[]): ChildProcess =>
  spawn(
    "unshare",
    [...namespaces, process.execPath, "--disable-warning=ExperimentalWarning", file, ...options],
    { stdio: TALKING },
  );

/** Null when this machine can make the namespaces and the link between them; else why not. */
export async function whyNoNamespaces(): Promise<string | null> {
  if (process.platform !== "linux") return `network namespaces are Linux's, and this is ${process.platform}`;
  const attempt = `ip link add v type veth peer name w && ip link add x type vxlan id 1 dstport ${VXLAN_PORT} dev v && which nsenter openssl`;
  try {
    await run("unshare", [...AS_ROOT, "--net", "sh", "-ec", attempt]);
    return null;
  } catch (error) {
    const said = error instanceof Error && "stderr" in error ? String(error.stderr).trim() : "";
    return `network namespaces with a link between them are not allowed here, or unshare, ip, nsenter or openssl is missing (${said || String(error)})`;
  }
}

/** Starts a script in a new namespace, the phone's. */
export const startInNamespace = (file: string, options: readonly string[]): ChildProcess =>
  nodeIn([...AS_ROOT, "--net"], file, options);

export interface SlowLink {
  /** How the link is from now on. */
  use: (profile: LinkSpeed) => Promise<void>;
  stop: () => Promise<void>;
}

/** Lays the link from this process's namespace to a new one in which a server is started; it says by message when it runs. */
export async function layLink(serverFile: string, options: readonly string[]): Promise<SlowLink> {
  const relay = nodeIn(["--net"], path.join(import.meta.dirname, "relay.ts"), []);
  const server = nodeIn(["--net"], serverFile, options);
  await Promise.all([message(relay), message(server)]);
  await cable([], PHONE, pidOf(relay));
  await cable(inNamespaceOf(server), SERVER, pidOf(relay));
  const use = async (order: LinkSpeed | "listen"): Promise<void> => {
    relay.send(order);
    await message(relay);
  };
  await use("listen");
  return {
    use,
    async stop() {
      await Promise.all(
        [relay, server].map(async (child) => {
          const ended = once(child, "exit");
          child.kill();
          await ended;
        }),
      );
    },
  };
}

async function message(child: ChildProcess): Promise<void> {
  await Promise.race([
    once(child, "message"),
    once(child, "exit").then(() => Promise.reject(new Error("a process of the slow link has ended"))),
  ]);
}

function pidOf({ pid }: ChildProcess): string {
  if (pid === undefined) throw new Error("a process of the slow link did not start");
  return String(pid);
}

const inNamespaceOf = (child: ChildProcess): string[] => ["nsenter", "--target", pidOf(child), "--net"];

/** `ip` with the words of a line, in a namespace. */
async function ip(at: readonly string[], line: string): Promise<void> {
  const [command = "", ...rest] = [...at, "ip", ...line.split(" ")];
  await run(command, rest);
}

/** A cable from one side to the relay, and on it the packets of the link as datagrams. */
async function cable(at: readonly string[], side: Side, relayPid: string): Promise<void> {
  const relay = ["nsenter", "--target", relayPid, "--net"];
  await ip(at, "link set lo up");
  await ip(at, `link add cable mtu ${CABLE_MTU} type veth peer name ${side.name} netns ${relayPid}`);
  await ip(relay, `address add ${side.relay}/24 dev ${side.name}`);
  await ip(relay, `link set ${side.name} mtu ${CABLE_MTU} up`);
  await ip(at, `address add ${side.end}/24 dev cable`);
  // An IPv6 address that comes a second later would be a change of network to the browser.
  await ip(at, "link set cable addrgenmode none up");
  await ip(
    at,
    `link add slow mtu ${LINK_MTU} type vxlan id 1 remote ${side.relay} dstport ${VXLAN_PORT} dev cable`,
  );
  await ip(at, `address add ${side.address}/24 dev slow`);
  // One packet a datagram: the link has no card that would cut larger ones.
  await ip(at, "link set slow addrgenmode none gso_max_segs 1 up");
}
