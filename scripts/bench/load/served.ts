/** A round for load: the demo's site, the deployed bundle in workerd, and as many invited citizens as a bench wants. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { tokenFor } from "#db/keys.ts";
import { loadRespondents } from "#db/queries/loadRespondents.ts";
import { rowIds } from "#db/rowId.ts";
import { openDatabase } from "../../io/d1.ts";
import { bundleWorker, type Bundle } from "../../io/bundle.ts";
import { buildDemoSite, type DemoSite } from "../page/demoSite.ts";
import { prepareWorkerd } from "../workerd.ts";
import type { Citizen } from "./interview.ts";

export interface Invited extends Citizen {
  rowId: string;
}

export interface LoadRound {
  folder: string;
  /** For `startWorkerd`. */
  settings: string;
  persistTo: string;
  site: DemoSite;
  bundle: Bundle;
  /** The next citizens that nobody has had. */
  take: (n: number) => Invited[];
  /** Seconds that putting them into the database took. */
  loadSeconds: number;
  remove: () => Promise<void>;
}

export async function makeLoadRound(
  citizens: number,
  { versions, port }: { versions?: readonly string[]; port?: number } = {},
): Promise<LoadRound> {
  const folder = await mkdtemp(path.join(tmpdir(), "borgersvar-load-"));
  const [persistTo, settings] = [path.join(folder, "d1"), path.join(folder, "workerd.json")];
  const site = await buildDemoSite(path.join(folder, "demo"));
  const bundle = await bundleWorker(path.join(folder, "bundle"), { assets: site.folder });
  const invited = await inviteAll(site, citizens);
  const { db, close } = await openDatabase({ persistTo });
  const started = performance.now();
  await loadRespondents(db, invited);
  const loadSeconds = (performance.now() - started) / 1000;
  await close();
  await prepareWorkerd(settings, {
    bundle: bundle.file,
    assets: site.folder,
    pepper: site.pepper,
    persistTo,
    ...(versions ? { versions } : {}),
    ...(port === undefined ? {} : { port }),
  });
  let taken = 0;
  const take = (n: number): Invited[] => invited.slice(taken, (taken += n));
  const remove = () => rm(folder, { recursive: true, force: true });
  return { folder, settings, persistTo, site, bundle, take, loadSeconds, remove };
}

/** A citizen after the other in each municipality of the round. */
async function inviteAll({ edge, pepper, tokenKey }: DemoSite, n: number): Promise<Invited[]> {
  const rowIdOf = await rowIds(pepper);
  const invited: Invited[] = [];
  for (let i = 0; i < n; i++) {
    const place = edge.municipalities[i % edge.municipalities.length];
    if (!place) throw new RangeError("the round has no municipality");
    const code = await tokenFor(tokenKey, `${place.code}-${i}`);
    invited.push({ address: `/${place.slug}/`, municipality: place.code, code, rowId: await rowIdOf(code) });
  }
  return invited;
}
