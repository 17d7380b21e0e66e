/** The packages of package-lock.json, as far as the supply chain is judged by them. */
import * as z from "zod";

/** Packages say one platform as a text, several as a list. */
const platforms = z.union([z.string().transform((one) => [one]), z.array(z.string())]).default([]);

const entrySchema = z.looseObject({
  version: z.string(),
  license: z.string().optional(),
  integrity: z.string().optional(),
  hasInstallScript: z.boolean().default(false),
  dev: z.boolean().default(false),
  optional: z.boolean().default(false),
  os: platforms,
  cpu: platforms,
  libc: platforms,
});

const lockfileSchema = z.looseObject({
  lockfileVersion: z.literal(3),
  packages: z.record(z.string(), entrySchema),
});

export interface LockedPackage {
  name: string;
  version: string;
  /** As the package declares it; `null` when the lockfile does not say. */
  licence: string | null;
  /** The hash that npm checks the archive with; `null` when the lockfile has none. */
  integrity: string | null;
  hasInstallScript: boolean;
  /** Used for tests and checks only. */
  dev: boolean;
  optional: boolean;
  /** Installed on Linux with an x64 processor and glibc, which is where we test and deploy. */
  onLinuxX64: boolean;
}

type Entry = z.infer<typeof entrySchema>;

const fits = (allowed: readonly string[], value: string): boolean =>
  allowed.length === 0 || allowed.includes(value);

const onLinuxX64 = ({ os, cpu, libc }: Entry): boolean =>
  fits(os, "linux") && fits(cpu, "x64") && fits(libc, "glibc");

/**
 * Every package of the lockfile, the project itself left out, by name and version.
 * @throws ZodError when it is no lockfile of npm 7 or later.
 */
export function lockedPackages(lockfile: string): LockedPackage[] {
  const { packages } = lockfileSchema.parse(JSON.parse(lockfile));
  const all = Object.entries(packages)
    .filter(([place]) => place !== "")
    .map(([place, entry]) => ({
      name: place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length),
      version: entry.version,
      licence: entry.license ?? null,
      integrity: entry.integrity ?? null,
      hasInstallScript: entry.hasInstallScript,
      dev: entry.dev,
      optional: entry.optional,
      onLinuxX64: onLinuxX64(entry),
    }));
  return all.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

const key = ({ name, version }: LockedPackage): string => `${name}@${version}`;
