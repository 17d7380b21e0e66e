/** Conditions on the two keys: they are there, nobody else can read them, and the paper copy has been typed back. */
import { stat } from "node:fs/promises";
import { DRAW_KEY_FILE, fingerprint, readDrawKey, ROUND_KEY_FILE } from "../keys.ts";
import { fulfilled, missing, type Condition } from "./condition.ts";

export const roundKeyThere: Condition = {
  name: "round key",
  async test(evidence) {
    return fulfilled(`round.key, fingerprint ${fingerprint(await evidence.roundKey())}`);
  },
};

export const drawKeyThere: Condition = {
  name: "draw key",
  async test(evidence) {
    return fulfilled(`draw.key, fingerprint ${fingerprint(await readDrawKey(evidence.run))}`);
  },
};

export const keysPrivate: Condition = {
  name: "key modes",
  async test({ run }) {
    if (process.platform === "win32")
      return fulfilled("Windows has no file modes; keep the folder to yourself");
    for (const name of [ROUND_KEY_FILE, DRAW_KEY_FILE]) {
      const { mode } = await stat(run.path(name)).catch(() => ({ mode: 0 }));
      if ((mode & 0o777) !== 0o600) {
        return missing(`${name} is not there or open to others`, `Run: chmod 600 ${run.path(name)}`);
      }
    }
    return fulfilled("only you can read the keys");
  },
};

export const paperCopyVerified: Condition = {
  name: "key backup",
  async test(evidence) {
    const own = fingerprint(await evidence.roundKey());
    const verified = (await evidence.journal()).findLast((line) => line["verifiedCopyOf"] === own);
    return verified
      ? fulfilled(`the paper copy was typed back on ${verified.time.slice(0, 10)}`)
      : missing(
          "nobody has typed the paper copy of this round.key back: if the machine dies, the answers are lost",
          `npx borgersvar key backup ${evidence.run.folder}, write it down, then npx borgersvar key verify ${evidence.run.folder}`,
        );
  },
};
