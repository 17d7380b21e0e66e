/**
 * Where a round folder may not lie: in a git work tree that does not ignore it (one `git add` and the keys are published),
 * or in a folder that a cloud service copies (personal data and keys leave the machine unseen).
 */
import { execFile } from "node:child_process";
import { readdir, realpath } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { CliError, systemErrorCode } from "./errors.ts";

/** Names of folders that services keep in step, as their programs make them. */
const SYNCED_FOLDERS: readonly (readonly [service: string, name: RegExp])[] = [
  ["OneDrive", /^OneDrive( ?- ?.+)?$/i],
  ["SharePoint", /^SharePoint$/i],
  ["Dropbox", /^Dropbox( ?\(.+\))?$/i],
  ["Google Drive", /^(Google ?Drive|GoogleDrive-.+)$/i],
  ["iCloud", /^(Mobile Documents|iCloud ?Drive|com~apple~CloudDocs)$/i],
  ["a cloud service", /^CloudStorage$/i],
  ["Nextcloud", /^Nextcloud\d*$/i],
  ["ownCloud", /^ownCloud$/i],
  ["Box", /^Box( Sync)?$/],
  ["pCloud", /^pCloud ?Drive$/i],
  ["Proton Drive", /^Proton ?Drive$/i],
  ["MEGA", /^MEGA(sync)?$/],
];

/** Files that a service leaves in the folder it keeps in step, whatever its name. */
const SYNC_MARKERS: readonly (readonly [service: string, name: RegExp])[] = [
  ["OneDrive", /^\.849C9593-D756-4E56-8D6E-42412F2A707B$/i],
  ["Dropbox", /^\.dropbox(\.cache)?$/],
  ["Google Drive", /^\.(tmp\.driveupload|tmp\.drivedownload)$/],
  ["Nextcloud or ownCloud", /^\.(_?sync_[0-9a-f]+\.db|nextcloudsync\.log|owncloudsync\.log)$/],
  ["Syncthing", /^\.stfolder$/],
  ["Resilio Sync", /^\.sync$/],
];

/** The folder and all that hold it, the folder first. */
function upwards(folder: string): string[] {
  const parent = path.dirname(folder);
  return parent === folder ? [folder] : [folder, ...upwards(parent)];
}

const namesIn = async (folder: string): Promise<string[]> => readdir(folder).catch(() => []);

/** Links followed as far as the folder exists; what is to be made is added. */
async function realFolder(folder: string): Promise<string> {
  try {
    return await realpath(folder);
  } catch (error) {
    if (systemErrorCode(error) !== "ENOENT" || path.dirname(folder) === folder) throw error;
    return path.join(await realFolder(path.dirname(folder)), path.basename(folder));
  }
}

/** The service that copies the folder and where that begins, or `null`. */
export async function syncedBy(folder: string): Promise<{ service: string; where: string } | null> {
  for (const holder of upwards(await realFolder(path.resolve(folder)))) {
    const named = SYNCED_FOLDERS.find(([, name]) => name.test(path.basename(holder)));
    if (named) return { service: named[0], where: holder };
    const names = await namesIn(holder);
    const marked = SYNC_MARKERS.find(([, marker]) => names.some((name) => marker.test(name)));
    if (marked) return { service: marked[0], where: holder };
  }
  return null;
}

/** Whether git would take a file of the folder in: it lies in a work tree, and is tracked or not ignored. */
export async function isInGit(folder: string): Promise<boolean> {
  const real = await realFolder(path.resolve(folder));
  const trees = await Promise.all(upwards(real).map(namesIn));
  if (!trees.some((names) => names.includes(".git"))) return false;
  const tracked = await git(real, ["ls-files", "--", "."]);
  // Without git nobody can say what is ignored, but for what init writes into the folder itself.
  if (tracked === null) return !(trees[0] ?? []).includes(".gitignore");
  const ignored = await git(real, ["check-ignore", "round.key"]);
  return tracked.trim() !== "" || ignored?.trim() !== "round.key";
}

/** The exit code of git where what was asked is not so. */
const NO = 1;

/** What git prints; the empty text when it says no, `null` when there is no git or it cannot say. */
async function git(folder: string, args: readonly string[]): Promise<string | null> {
  try {
    return (await promisify(execFile)("git", ["-C", folder, ...args])).stdout;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === NO ? "" : null;
  }
}

/** @throws CliError when the folder lies where a copy of it would leave the machine. */
export async function refuseUnsafePlace(folder: string, command: string): Promise<void> {
  const synced = await syncedBy(folder);
  if (synced !== null) {
    throw new CliError({
      what: `the round would lie in a folder that ${synced.service} copies: keys and personal data would leave this machine`,
      where: synced.where,
      how: "Put the round in a folder that is not synchronised, on an encrypted disk.",
    });
  }
  // `init` writes the .gitignore that this asks for.
  if (command === "init" || command === "demo" || !(await isInGit(folder))) return;
  throw new CliError({
    what: "the round lies in a git work tree that does not ignore it: keys and personal data could be committed",
    where: folder,
    how: `Move it out of the repository, or write * into ${path.join(folder, ".gitignore")} and take what is tracked out with \`git rm --cached\`.`,
  });
}
