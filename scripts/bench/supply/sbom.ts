/**
 * `npm run sbom [-- <file>]`: the software bill of materials of the lockfile as CycloneDX, all platforms, into the file or on
 * the screen. npm gives it a random number and the time; here they come from the lockfile, so the same packages give the
 * same bytes.
 */
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import * as z from "zod";
import { REPOSITORY } from "../../io/wrangler.ts";

const MOST_BYTES = 64 * 1024 * 1024;
const ARGUMENTS = ["sbom", "--sbom-format", "cyclonedx", "--package-lock-only", "--loglevel", "error"];

const sbomSchema = z.looseObject({
  bomFormat: z.literal("CycloneDX"),
  serialNumber: z.string(),
  metadata: z.looseObject({ timestamp: z.string() }),
});

/** A UUID (version 8, RFC 9562) that names these bytes. */
export function uuidOf(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}

/** The bill of materials of the project in this folder, as npm makes it, with nothing in it that changes by itself. */
export async function sbomOf(folder: string): Promise<string> {
  const { stdout } = await promisify(execFile)("npm", ARGUMENTS, { cwd: folder, maxBuffer: MOST_BYTES });
  const { metadata, ...sbom } = sbomSchema.parse(JSON.parse(stdout));
  const { timestamp: _, ...rest } = metadata;
  const serialNumber = `urn:uuid:${uuidOf(await readFile(path.join(folder, "package-lock.json"), "utf8"))}`;
  return `${JSON.stringify({ ...sbom, serialNumber, metadata: rest }, null, 2)}\n`;
}

if (import.meta.main) {
  const text = await sbomOf(REPOSITORY);
  const [file] = process.argv.slice(2);
  if (file === undefined) process.stdout.write(text);
  else await writeFile(file, text);
}
