/** What is installed: exact versions, each archive checked by its hash, no install script, no licence that nobody has allowed. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect, it } from "vitest";
import * as z from "zod";
import { NAMED, permissionFor, UNDECLARED } from "../../../scripts/bench/supply/licences.ts";
import { licencesList, refused } from "../../../scripts/bench/supply/list.ts";
import { lockedPackages, type LockedPackage } from "../../../scripts/bench/supply/lockfile.ts";
import { sbomOf, uuidOf } from "../../../scripts/bench/supply/sbom.ts";

const root = path.resolve(import.meta.dirname, "../../..");
const read = (file: string): Promise<string> => readFile(path.join(root, file), "utf8");
const packages = lockedPackages(await read("package-lock.json"));
const versions = z.record(z.string(), z.string());
const { allowScripts, ...wanted } = z
  .looseObject({
    dependencies: versions,
    devDependencies: versions,
    optionalDependencies: versions,
    allowScripts: z.record(z.string(), z.boolean()).default({}),
  })
  .parse(JSON.parse(await read("package.json")));

const names = (list: readonly LockedPackage[]): string[] => [...new Set(list.map(({ name }) => name))];

it("names every package exactly", () => {
  const { dependencies, devDependencies, optionalDependencies } = wanted;
  const all = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
  const locked = new Set(packages.map(({ name, version }) => `${name}@${version}`));
  expect(all.length).toBeGreaterThan(30);
  expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  expect(all.filter(([name, version]) => !locked.has(`${name}@${version}`))).toEqual([]);
});

it("checks every archive that Linux on x64 installs by its hash", () => {
  const unchecked = packages.filter(({ integrity }) => integrity === null);
  expect(names(unchecked.filter((locked) => locked.onLinuxX64 || !locked.optional))).toEqual([]);
  for (const { integrity } of packages) expect(integrity ?? "sha512-").toMatch(/^sha512-/);
});

it("leaves unchecked only known binaries of other platforms", () => {
  const binaries =
    /^(@astrojs\/compiler-binding-|@cloudflare\/workerd-|@ox(fmt|lint)\/binding-|@oxlint-tsgolint\/)/;
  const unchecked = packages.filter(({ integrity }) => integrity === null);
  expect(names(unchecked).filter((name) => !binaries.test(name))).toEqual([]);
});

it("lets no package run a script while it is installed", () => {
  expect(Object.keys(allowScripts).toSorted()).toEqual(
    names(packages.filter((locked) => locked.hasInstallScript)).toSorted(),
  );
  expect(Object.values(allowScripts).every((allowed) => !allowed)).toBe(true);
});

it("uses nothing under a licence that nobody has allowed", () => {
  expect(refused(packages)).toEqual([]);
  const [known] = packages;
  if (!known) throw new Error("the lockfile is empty");
  expect(permissionFor({ ...known, licence: "AGPL-3.0-only" })).toBeNull();
  expect(permissionFor({ ...known, name: "unheard-of", licence: null })).toBeNull();
  expect(permissionFor({ ...known, name: "unheard-of", licence: "LGPL-3.0-or-later" })).toBeNull();
});

it("allows no more than what is used", () => {
  expect(packages.length).toBeGreaterThan(500);
  const rules = [...NAMED, ...UNDECLARED].map((rule) => rule.packages);
  expect(rules.filter((rule) => !packages.some(({ name }) => rule.test(name)))).toEqual([]);
});

it("lists them in docs/licences.md (npm run licences writes it)", async () => {
  expect(await read("docs/licences.md")).toBe(licencesList(packages));
});

it("writes a bill of materials that is the same each time", async () => {
  const [first, second] = await Promise.all([sbomOf(root), sbomOf(root)]);
  expect(second).toBe(first);
  const { components } = z
    .looseObject({ components: z.array(z.looseObject({ name: z.string(), version: z.string() })) })
    .parse(JSON.parse(first));
  const listed = new Set(components.map(({ name, version }) => `${name}@${version}`));
  expect(
    packages.filter(({ optional }) => !optional).every((p) => listed.has(`${p.name}@${p.version}`)),
  ).toBe(true);
  expect(uuidOf("a")).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(uuidOf("a")).not.toBe(uuidOf("b"));
});
