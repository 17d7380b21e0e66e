/** docs/licences.md: every package by its licence, made from the lockfile. */
import { licenceOf, NAMED, permissionFor, PERMISSIVE } from "./licences.ts";
import type { LockedPackage } from "./lockfile.ts";

const HEAD = `# Licences

Made by \`npm run licences\` from package-lock.json; a test fails when it is out of date or a licence is not allowed
(\`scripts/bench/supply/licences.ts\`). \`npm run sbom\` writes the same as CycloneDX.

## What is passed on to others

| what | holds | licence |
| --- | --- | --- |
| the Worker | hono, drizzle-orm, hpke, zod | MIT, Apache-2.0 (drizzle-orm) |
| the results pages | chart.js, @kurkle/color | MIT |
| the questionnaire | nothing but our own script and style; system fonts | – |
| letters and reports (PDF) | glyphs of DejaVu Sans Condensed, embedded | Bitstream Vera, public domain |
| Word letters, workbooks, exports | no part of a package; docx, hucre and pptxgenjs write them | – |

Everything else runs on the analyst's machine and is passed on to nobody.
`;

const versions = (packages: readonly LockedPackage[]): string[] => [
  ...new Set(packages.map(({ name, version, dev }) => `${name} ${version}${dev ? "*" : ""}`)),
];

function byLicence(packages: readonly LockedPackage[]): Map<string, LockedPackage[]> {
  const groups = new Map<string, LockedPackage[]>();
  for (const used of packages) {
    const licence = licenceOf(used) ?? "unknown";
    groups.set(licence, [...(groups.get(licence) ?? []), used]);
  }
  return new Map([...groups].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function reasonsFor(licence: string): string {
  if (PERMISSIVE.has(licence)) return "permissive";
  const reasons = NAMED.filter((rule) => rule.licence === licence).map((rule) => rule.reason);
  return reasons.join("; ") || "not allowed";
}

/** The text of docs/licences.md. A star marks what only tests and checks use. */
export function licencesList(packages: readonly LockedPackage[]): string {
  const groups = byLicence(packages);
  const counts = [...groups].map(([licence, used]) => {
    return `| ${licence} | ${versions(used).length} | ${reasonsFor(licence)} |`;
  });
  const lists = [...groups].map(([licence, used]) => `## ${licence}\n\n${versions(used).join(", ")}\n`);
  return [
    HEAD,
    "## Count\n",
    "| licence | packages | why it may be used |",
    "| --- | --- | --- |",
    ...counts,
    "",
    "A star marks what only tests and checks use.\n",
    lists.join("\n"),
  ].join("\n");
}

/** The packages that nobody has allowed, for the person at the screen. */
export const refused = (packages: readonly LockedPackage[]): string[] =>
  versions(packages.filter((used) => permissionFor(used) === null));
