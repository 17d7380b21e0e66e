/**
 * `npm run screenshots`: a picture of every page in every state, at 320, 390 and 1280 px, in light, dark and forced colours,
 * in Danish and, for right to left, in Arabic, with a contact sheet. To look at before a round opens.
 * `--out <folder>` (screenshots), `--state <name>` and `--language <tag>` take only those; both can be repeated.
 */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import type { Browser } from "playwright-core";
import { tokenFor } from "#db/keys.ts";
import { loadRespondents } from "#db/queries/loadRespondents.ts";
import { rowIds } from "#db/rowId.ts";
import { formatCode } from "#survey/code.ts";
import { segmentOf, type Language } from "#survey/languages.ts";
import { buildDemoSite, type DemoSite } from "./bench/page/demoSite.ts";
import { launchChromium } from "./bench/chromium.ts";
import { defaultEffects } from "./effects.ts";
import { openDatabase } from "./io/d1.ts";
import { startWorker } from "./io/worker.ts";
import { contactSheet, type Picture } from "./screenshots/contactSheet.ts";
import type { Place, State } from "./screenshots/place.ts";
import { statesOf } from "./screenshots/states.ts";

/** One language in each direction. */
const SHOWN = ["da", "ar"] as const satisfies readonly Language[];
const WIDTHS = [320, 390, 1280] as const;
const SCHEMES = ["light", "dark", "forced"] as const;
/** With local questions: six parts. */
const SLUG = "esbjerg";
const PARTS = 6;
const PEOPLE = 200;

const VIEWS = SCHEMES.flatMap((scheme) =>
  WIDTHS.map((width) => ({ scheme, width, name: `${width}-${scheme}` })),
);

interface Shoot {
  browser: Browser;
  url: string;
  out: string;
  states: readonly State[];
  newCode: Place["newCode"];
  /** A state was shot at every width. */
  done: () => void;
}

/** Every state in a language and colour scheme, each on a new phone; between the widths of a state the page stays as it is. */
async function shoot(
  { browser, url, out, states, newCode, done }: Shoot,
  language: Language,
  scheme: (typeof SCHEMES)[number],
): Promise<Picture[]> {
  const root = `/${segmentOf(language)}`;
  const questionnaire = `/${SLUG}/${segmentOf(language)}`;
  const place: Place = { url, root, questionnaire, slug: SLUG, parts: PARTS, language, newCode };
  const pictures: Picture[] = [];
  for (const state of states) {
    const page = await browser.newPage({
      colorScheme: scheme === "dark" ? "dark" : "light",
      forcedColors: scheme === "forced" ? "active" : "none",
    });
    await state.open(page, place);
    for (const { name, width } of VIEWS.filter((view) => view.scheme === scheme)) {
      await page.setViewportSize({ width, height: width < 1000 ? 844 : 900 });
      const file = `${language}-${state.name}-${name}.png`;
      await page.screenshot({ path: path.join(out, file), fullPage: true });
      pictures.push({ language, state: state.name, view: name, file });
    }
    await page.close();
    done();
  }
  return pictures;
}

/** As many people as the states may need, and their codes one after the other. */
async function invite(site: DemoSite, persistTo: string): Promise<() => string> {
  const municipality = site.edge.municipalities.find(({ slug }) => slug === SLUG)?.code ?? "";
  const rowIdOf = await rowIds(site.pepper);
  const codes = await Promise.all(
    Array.from({ length: PEOPLE }, (_, i) => tokenFor(site.tokenKey, `${municipality}-${i}`)),
  );
  const people = await Promise.all(codes.map(async (code) => ({ municipality, rowId: await rowIdOf(code) })));
  const { db, close } = await openDatabase({ persistTo });
  await loadRespondents(db, people);
  await close();
  return () => formatCode(codes.shift() ?? "");
}

async function screenshots(folder: string): Promise<string> {
  const { values } = parseArgs({
    options: {
      out: { type: "string", default: "screenshots" },
      state: { type: "string", multiple: true, default: [] },
      language: { type: "string", multiple: true, default: [] },
    },
  });
  const out = path.resolve(values.out);
  await mkdir(out, { recursive: true });
  const site = await buildDemoSite(folder, { languages: SHOWN });
  const persistTo = path.join(folder, "d1");
  const newCode = await invite(site, persistTo);
  const worker = await startWorker({ persistTo, assets: site.folder, pepper: site.pepper, port: 0 });
  const browser = await launchChromium();
  const chosen = statesOf(PARTS).filter(({ name }) => !values.state.length || values.state.includes(name));
  const languages = SHOWN.filter((tag) => !values.language.length || values.language.includes(tag));
  const pictures: Picture[] = [];
  const total = languages.length * SCHEMES.length * chosen.length;
  const progress = defaultEffects.progress("states", total);
  let states = 0;
  const shot = {
    browser,
    url: worker.url,
    out,
    states: chosen,
    newCode,
    done: () => progress.update(++states),
  };
  for (const language of languages) {
    for (const scheme of SCHEMES) pictures.push(...(await shoot(shot, language, scheme)));
  }
  progress.stop();
  await browser.close();
  await worker.stop();
  const sheet = path.join(out, "index.html");
  const views = VIEWS.map(({ name }) => name);
  await writeFile(sheet, contactSheet(pictures, views));
  return `${pictures.length} pictures; look at ${sheet}`;
}

const folder = await mkdtemp(path.join(tmpdir(), "borgersvar-screenshots-"));
try {
  defaultEffects.say(await screenshots(folder));
} finally {
  await rm(folder, { recursive: true, force: true });
}
