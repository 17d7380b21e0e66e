/** `npm run licences`: writes docs/licences.md. Exit code 1 when a licence is not allowed. */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { REPOSITORY } from "../../io/wrangler.ts";
import { licencesList, refused } from "./list.ts";
import { lockedPackages } from "./lockfile.ts";

const packages = lockedPackages(await readFile(path.join(REPOSITORY, "package-lock.json"), "utf8"));
const file = path.join(REPOSITORY, "docs/licences.md");
await writeFile(file, licencesList(packages));
console.log(`${packages.length} packages in ${path.relative(process.cwd(), file)}`);
for (const name of refused(packages)) {
  console.error(`not allowed: ${name}`);
  process.exitCode = 1;
}
