/**
 * Chromium for tests and benchmarks of the pages: an installed one (CHROME_PATH, /usr/bin/chromium), else the one that comes
 * in the package @sparticuz/chromium, unpacked once a machine with the libraries and fonts that a bare Linux lacks.
 */
import { existsSync } from "node:fs";
import { mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { chromium, type Browser } from "playwright-core";

interface Executable {
  executablePath: string;
  env?: Record<string, string>;
}

/** Nothing is fetched in the background, and what a test asks for comes over one kind of connection. */
const ARGUMENTS = [
  "--no-sandbox",
  "--disable-quic",
  "--disable-background-networking",
  "--disable-dev-shm-usage",
];

export const launchChromium = async (
  executable?: Executable,
  more: readonly string[] = [],
): Promise<Browser> =>
  chromium.launch({
    args: [...ARGUMENTS, ...more],
    ...(executable ?? installedChromium() ?? (await packagedChromium())),
  });

function installedChromium(): Executable | null {
  const candidates = [process.env["CHROME_PATH"], "/usr/bin/chromium"];
  const executablePath = candidates.find((file) => file !== undefined && file !== "" && existsSync(file));
  return executablePath === undefined ? null : { executablePath };
}

/** Chromium from the package, with its own libraries (NSS) and fonts. Only for Linux on x64. */
export async function packagedChromium(): Promise<Executable> {
  const main = fileURLToPath(import.meta.resolve("@sparticuz/chromium"));
  const bin = path.resolve(path.dirname(main), "../bin");
  const folder = path.join(tmpdir(), `borgersvar-chromium-${process.getuid?.() ?? 0}`);
  if (!existsSync(folder)) await unpack(bin, folder);
  return {
    executablePath: path.join(folder, "chromium"),
    env: {
      ...process.env,
      LD_LIBRARY_PATH: path.join(folder, "al2023/lib"),
      FONTCONFIG_PATH: folder,
      FONTCONFIG_FILE: path.join(folder, "fonts.conf"),
    },
  };
}

/** The package unpacks into TMPDIR; the finished folder is put in place as a whole, for tests run beside each other. */
async function unpack(bin: string, folder: string): Promise<void> {
  const staging = await mkdtemp(`${folder}-`);
  const before = process.env["TMPDIR"];
  process.env["TMPDIR"] = staging;
  try {
    const { inflate } = await import("@sparticuz/chromium");
    const archives = ["chromium.br", "al2023.tar.br", "fonts.tar.br", "swiftshader.tar.br"];
    await Promise.all(archives.map((archive) => inflate(path.join(bin, archive))));
  } finally {
    if (before === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = before;
  }
  await writeFile(path.join(staging, "fonts.conf"), fontSettings(folder));
  await rename(staging, folder).catch(() => rm(staging, { recursive: true, force: true }));
}

const fontSettings = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/cache</cachedir>
</fontconfig>
`;
