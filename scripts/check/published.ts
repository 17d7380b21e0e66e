/** Conditions on what citizens meet: edge.json, the rows in the database, the built site. */
import { isDeepStrictEqual } from "node:util";
import * as z from "zod";
import { edgeOf } from "#survey/edge.ts";
import { EDGE_FILE } from "../publish/publicKey.ts";
import { databaseName, withDatabase } from "../status/database.ts";
import { rowIndex } from "../status/rowIndex.ts";
import { readStandings } from "../status/standings.ts";
import { fulfilled, missing, type Condition } from "./condition.ts";

const PUBLISH = "npx borgersvar publish <round> (with --remote for the deployed database)";
const SITE = "npx borgersvar site <round>";

export const edgeFits: Condition = {
  name: "edge.json",
  async test(evidence) {
    const { publicKey, keyId } = (await evidence.sealing()).current;
    const published = await evidence.edge();
    if (published.publicKey !== publicKey) {
      return missing(
        `answers would be sealed to key ${published.keyId}, and the round's key is ${keyId}`,
        PUBLISH,
      );
    }
    return isDeepStrictEqual(published, edgeOf(await evidence.round(), { publicKey, keyId }))
      ? fulfilled(`as round.json says, key ${keyId}`)
      : missing("round.json has changed since it was published", PUBLISH);
  },
};

export const everyRowThere: Condition = {
  name: "database",
  async test(evidence) {
    const { run, remote } = evidence;
    const respondents = (await evidence.sample()).map((person) => person.respondent);
    const index = await rowIndex(await evidence.keys(), respondents, run.effects);
    const { known } = await withDatabase(run, remote, (db) => readStandings(db, index));
    const absent = respondents.length - known.size;
    return absent === 0
      ? fulfilled(`all ${known.size} respondents are in ${databaseName(run, remote)}`)
      : missing(
          `${absent} of ${respondents.length} respondents are not in ${databaseName(run, remote)}`,
          PUBLISH,
        );
  },
};

export const siteBuilt: Condition = {
  name: "site",
  async test(evidence) {
    if (!(await evidence.run.exists("dist/index.html"))) return missing("the site is not built", SITE);
    return (await evidence.sha256(`dist/${EDGE_FILE}`)) === (await evidence.sha256(EDGE_FILE))
      ? fulfilled("built from this edge.json")
      : missing("the site was built from another edge.json", SITE);
  },
};

const canaryLine = z.looseObject({ remote: z.boolean(), keyId: z.string(), edge: z.string().nullable() });

export const canaryOpened: Condition = {
  name: "canary",
  async test(evidence) {
    const { run, remote } = evidence;
    const how = `npx borgersvar canary ${run.folder}${remote ? " --remote" : ""}`;
    const flights = (await evidence.journal()).flatMap((line) => {
      const parsed = canaryLine.safeParse(line["canary"]);
      return parsed.success && parsed.data.remote === remote ? [{ ...parsed.data, time: line.time }] : [];
    });
    const last = flights.at(-1);
    const through = remote ? "the deployed Worker" : "the Worker";
    if (!last) return missing(`no made-up answers have gone through ${through} and been opened`, how);
    const { keyId } = (await evidence.sealing()).current;
    return last.keyId === keyId && last.edge === (await evidence.sha256(EDGE_FILE))
      ? fulfilled(`opened with key ${keyId} on ${last.time.slice(0, 10)}, through ${through}`)
      : missing("edge.json or the key has changed since the canary was opened", how);
  },
};
