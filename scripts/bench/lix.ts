/**
 * `npm run check:lix [folder of a built site]`: how hard each Danish page is to read (LIX), and each question. Without a
 * folder it builds the pages of the demo's round. Exit code 1 when a page of ours misses its goal.
 */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { edgeOf } from "#survey/edge.ts";
import { roundSchema } from "#survey/round.ts";
import { closedItems, interviewIntro, textItems } from "#survey/texts/da.ts";
import { withTerm } from "#survey/texts/fill.ts";
import { lix, type Readability } from "#survey/texts/lix.ts";
import { demoRound } from "../demo/round.ts";
import { readableText } from "../io/readableText.ts";
import { buildSite } from "../io/siteBuild.ts";

/** Of every page, and of what is ours in the questionnaires. Newspapers are at 35 to 45. */
export const PAGE_GOAL = 35;
export const QUESTIONNAIRE_GOAL = 30;

export interface PageReadability extends Readability {
  address: string;
  /** Without the commissioner's words: the same as `lix` where there are none. */
  ours: number;
}

/** The Danish pages among these addresses, each as a reader meets it. */
export async function readPages(folder: string, addresses: readonly string[]): Promise<PageReadability[]> {
  const pages = await Promise.all(
    addresses.map(async (address) => {
      const html = await readFile(path.join(folder, address.replace(/\/$/, "/index.html")), "utf8");
      const blocks = readableText(html);
      const ours = lix(blocks.filter((block) => !isCommissioned(block))).lix;
      return { address, danish: html.includes('<html lang="da"'), ...lix(blocks), ours };
    }),
  );
  return pages.filter(({ danish }) => danish);
}

/** The fifteen questions. Their wording is the commissioner's; the headings and hints around them are ours. */
const QUESTIONS: readonly string[] = [
  ...Object.values(closedItems),
  ...Object.values(textItems).flatMap((wordings) => Object.values(wordings)),
];

/** A text of the commissioner's, with any municipality's term in it. Wordings that exchange each other are one block. */
const isCommissioned = (block: string): boolean =>
  [...QUESTIONS, interviewIntro].some((text) => {
    const [before = "", after = ""] = text.split("{jobcentret}");
    return block.startsWith(before) && block.includes(after);
  });

/** The results pages have their own texts, and numbers for most of them. */
export const missesGoal = ({ address, lix: whole, ours }: PageReadability): boolean =>
  !address.startsWith("/resultater/") &&
  !(whole < PAGE_GOAL && (ours === whole || ours < QUESTIONNAIRE_GOAL));

const line = (name: string, { lix: value, words, sentences }: Readability): string =>
  `${value.toFixed(0).padStart(4)}  ${String(words).padStart(5)} words ${String(sentences).padStart(4)} sentences  ${name}`;

async function builtDemo(folder: string): Promise<readonly string[]> {
  const round = roundSchema.parse(demoRound({ today: "2026-08-25", baseUrl: "https://svar.example.dk" }));
  const key = { publicKey: "3p7bfXt9wbTTW2HC7OQ1Nz-DQ8hbeGdNrfx-FG-IK08", keyId: "5b1e7a90" };
  const edge = path.join(folder, "edge.json");
  await writeFile(edge, JSON.stringify(edgeOf(round, key)));
  const { documents } = await buildSite({ edge, out: path.join(folder, "site") });
  return documents.map(({ address }) => address);
}

async function main(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "borgersvar-lix-"));
  try {
    const pages = await readPages(path.join(folder, "site"), await builtDemo(folder));
    const missed = pages.filter(
      (page) => !(page.lix < PAGE_GOAL) && !page.address.startsWith("/resultater/"),
    );
    for (const page of pages) {
      const ours = page.ours === page.lix ? "" : ` (what is ours in it: ${page.ours.toFixed(0)})`;
      console.log(line(page.address + ours, page));
    }
    console.log("\nThe questions, in the commissioner's words:");
    for (const text of QUESTIONS) {
      const asked = withTerm(text, "jobcentret");
      console.log(line(asked, lix([asked])));
    }
    console.log(line("the introduction to 7–10", lix([interviewIntro])));
    console.log(
      `\nGoal: pages under ${PAGE_GOAL}, what is ours in a questionnaire under ${QUESTIONNAIRE_GOAL}. ${missed.length === 0 ? "Reached." : `Missed by ${missed.length}.`}`,
    );
    process.exitCode = missed.length === 0 ? 0 : 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await main();
