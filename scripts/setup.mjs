/**
 * The first thing `npm start` and `npm test` run. Plain JavaScript, because Node may still be 20: installs the exact
 * packages of the lockfile when they are not there yet or the lockfile is newer, and says so when Node is too old.
 */
import { spawnSync } from "node:child_process";
import { existsSync, statSync, symlinkSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const NEEDED = [22, 12];
const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const installed = path.join(root, "node_modules", ".package-lock.json");
const lockfile = path.join(root, "package-lock.json");

const isStale = () => !existsSync(installed) || statSync(lockfile).mtimeMs > statSync(installed).mtimeMs;

function install() {
  process.stdout.write("Installing the packages of package-lock.json …\n");
  const npm = process.env.npm_execpath;
  const [command, first] = npm ? [process.execPath, [npm]] : ["npm", []];
  const done = spawnSync(
    command,
    [...first, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
    {
      cwd: root,
      stdio: ["ignore", "inherit", "inherit"],
      shell: !npm && process.platform === "win32",
    },
  );
  if (done.status !== 0) {
    process.stderr.write(
      "npm ci failed (see above). Check that the npm registry can be reached and try again.\n",
    );
    process.exit(1);
  }
}

/** npm 10, which comes with Node 20, leaves out the link to the packaged Node; npm 11 makes it. */
function linkNode(link) {
  const binary = path.join(root, "node_modules", `node-${process.platform}-${process.arch}`, "bin", "node");
  if (process.platform !== "win32" && existsSync(binary))
    symlinkSync(path.relative(path.dirname(link), binary), link);
}

function checkNode() {
  const link = path.join(root, "node_modules", ".bin", process.platform === "win32" ? "node.cmd" : "node");
  if (!existsSync(link)) linkNode(link);
  if (existsSync(link)) return;
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return;
  process.stderr.write(
    `Node ${process.versions.node} is too old: this machine needs Node ${NEEDED.join(".")} or later (https://nodejs.org).\n`,
  );
  process.exit(1);
}

if (isStale()) install();
checkNode();
