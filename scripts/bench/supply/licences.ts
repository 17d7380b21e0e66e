/** Under which licences packages may be used here, and what each asks of us. */
import type { LockedPackage } from "./lockfile.ts";

/** Allowed for any package: they ask for no more than their notice, if that. */
export const PERMISSIVE: ReadonlySet<string> = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC0-1.0",
  "ISC",
  "MIT",
  "MIT AND Zlib",
  "MIT OR Apache-2.0",
  "Python-2.0",
]);

export interface NamedLicence {
  packages: RegExp;
  licence: string;
  /** Why it may be used. */
  reason: string;
}

/** Allowed for these packages alone. The first that fits decides. */
export const NAMED: readonly NamedLicence[] = [
  {
    packages: /^(@axe-core\/playwright|axe-core)$/,
    licence: "MPL-2.0",
    reason: "tests accessibility; unchanged, never distributed",
  },
  {
    packages: /^lightningcss(-[a-z0-9-]+)?$/,
    licence: "MPL-2.0",
    reason: "Vite's tool for styles; unchanged, never distributed",
  },
  {
    packages: /^@img\/sharp-libvips-[a-z0-9-]+$/,
    licence: "LGPL-3.0-or-later",
    reason: "a library of sharp, which Astro and Miniflare bring along; no image is made with it",
  },
  {
    packages: /^@img\/sharp-(win32-[a-z0-9]+)$/,
    licence: "Apache-2.0 AND LGPL-3.0-or-later",
    reason: "sharp for Windows, with the library above",
  },
  {
    packages: /^@img\/sharp-(wasm32|freebsd-wasm32|webcontainers-wasm32)$/,
    licence: "Apache-2.0 AND LGPL-3.0-or-later AND MIT",
    reason: "sharp as WebAssembly, with the library above",
  },
  { packages: /^jszip$/, licence: "MIT OR GPL-3.0-or-later", reason: "taken under MIT" },
  {
    packages: /^dejavu-fonts-ttf$/,
    licence: "SEE LICENSE IN README.md AND LICENSE",
    reason:
      "Bitstream Vera licence and public domain: the fonts may be embedded in documents and passed on, not sold by themselves",
  },
];

/**
 * Packages whose licence the lockfile does not say: those of other platforms, for npm writes it from what is installed. It was
 * read from the package that brings them.
 */
export const UNDECLARED: readonly NamedLicence[] = [
  { packages: /^png-js$/, licence: "MIT", reason: "its file LICENSE" },
  { packages: /^@astrojs\/compiler-binding-/, licence: "MIT", reason: "as @astrojs/compiler-binding" },
  { packages: /^@cloudflare\/workerd-/, licence: "Apache-2.0", reason: "as workerd" },
  { packages: /^@oxfmt\/binding-/, licence: "MIT", reason: "as oxfmt" },
  { packages: /^@oxlint\/binding-/, licence: "MIT", reason: "as oxlint" },
  { packages: /^@oxlint-tsgolint\//, licence: "MIT", reason: "as oxlint-tsgolint" },
];

/** The licence without the brackets around an alternative; `null` when nobody has said it. */
export function licenceOf({ name, licence }: LockedPackage): string | null {
  if (licence !== null) return licence.replace(/^\((.*)\)$/, "$1");
  return UNDECLARED.find(({ packages }) => packages.test(name))?.licence ?? null;
}

/** Why the package may be used, or `null` when nobody has allowed its licence. */
export function permissionFor(used: LockedPackage): string | null {
  const licence = licenceOf(used);
  if (licence === null) return null;
  if (PERMISSIVE.has(licence)) return "permissive";
  const named = NAMED.find((rule) => rule.licence === licence && rule.packages.test(used.name));
  return named?.reason ?? null;
}
