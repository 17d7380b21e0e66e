import { execFile } from "node:child_process";
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { main } from "../../scripts/cli.ts";
import { isInGit, refuseUnsafePlace, syncedBy } from "../../scripts/place.ts";

const git = async (folder: string, ...args: string[]): Promise<void> =>
  void (await promisify(execFile)("git", ["-C", folder, ...args]));

let root: string;
beforeEach(async () => {
  root = await realpath(await mkdtemp(path.join(tmpdir(), "borgersvar-place-")));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const made = async (...parts: string[]): Promise<string> => {
  const folder = path.join(root, ...parts);
  await mkdir(folder, { recursive: true });
  return folder;
};

describe("a folder that a cloud service copies", () => {
  it.each([
    ["OneDrive", "OneDrive"],
    ["OneDrive - Konsulenthuset ApS", "OneDrive"],
    ["Dropbox (Personlig)", "Dropbox"],
    ["Google Drive", "Google Drive"],
    ["Mobile Documents", "iCloud"],
    ["CloudStorage", "a cloud service"],
    ["Nextcloud", "Nextcloud"],
    ["Box Sync", "Box"],
  ])("%s is known by its name, above and through a link", async (name, service) => {
    const folder = await made(name, "rounds", "q2");
    const where = path.join(root, name);
    expect(await syncedBy(folder)).toEqual({ service, where });
    expect(await syncedBy(path.join(folder, "not", "yet"))).toEqual({ service, where });
    await symlink(folder, path.join(root, "link"));
    expect(await syncedBy(path.join(root, "link"))).toEqual({ service, where });
  });

  it.each([
    [".stfolder", "Syncthing"],
    [".dropbox.cache", "Dropbox"],
    [".sync_0f1e2d3c4b5a.db", "Nextcloud or ownCloud"],
    [".849C9593-D756-4E56-8D6E-42412F2A707B", "OneDrive"],
  ])("%s gives it away under any name", async (marker, service) => {
    const folder = await made("work", "q2");
    await writeFile(path.join(root, "work", marker), "");
    expect(await syncedBy(folder)).toEqual({ service, where: path.join(root, "work") });
  });

  it.each(["Boxes", "my-onedrive-notes", "Megaphone", "cloud"])("%s is none", async (name) => {
    expect(await syncedBy(await made(name, "q2"))).toBeNull();
  });

  it("is refused by every command, init too, and nothing is made in it", async () => {
    const folder = path.join(root, "Dropbox", "q2");
    const screen: string[] = [];
    const effects = (await import("../../scripts/effects.ts")).defaultEffects;
    const code = await main(["init", folder], { ...effects, warn: (line) => void screen.push(line) });
    expect(code).toBe(1);
    expect(screen.join("\n")).toMatch(/Dropbox copies[\s\S]*how: +Put the round in a folder/);
    await expect(realpath(folder)).rejects.toThrow("ENOENT");
  });
});

describe("a git work tree", () => {
  it("that does not ignore the round is refused, until it does", async () => {
    await git(root, "init", "-q");
    const folder = await made("q2");
    expect(await isInGit(folder)).toBe(true);
    await expect(refuseUnsafePlace(folder, "sample")).rejects.toThrow("git work tree");
    await expect(refuseUnsafePlace(folder, "init")).resolves.toBeUndefined();
    await writeFile(path.join(folder, ".gitignore"), "*\n");
    expect(await isInGit(folder)).toBe(false);
  });

  it("that has taken a file of the round in is refused though it ignores the rest", async () => {
    await git(root, "init", "-q");
    const folder = await made("q2");
    await writeFile(path.join(folder, ".gitignore"), "*\n");
    await writeFile(path.join(folder, "round.json"), "{}");
    await git(folder, "add", "--force", "round.json");
    expect(await isInGit(folder)).toBe(true);
  });

  it("is not asked about elsewhere", async () => {
    expect(await isInGit(await made("q2"))).toBe(false);
  });
});
