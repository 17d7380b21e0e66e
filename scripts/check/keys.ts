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
    const journal = await evidence.journal();
    const { folder } = evidence.run;
    const dates: string[] = [];
    for (const { file, fingerprint: own } of (await evidence.sealing()).all) {
      const verified = journal.findLast((line) => line["verifiedCopyOf"] === own);
      if (!verified) {
        return missing(
          `nobody has typed the paper copy of this ${file} back: if the machine dies, the answers are lost`,
          `npx borgersvar key backup ${folder}, write it down, then npx borgersvar key verify ${folder}`,
        );
      }
      dates.push(verified.time.slice(0, 10));
    }
    return fulfilled(`the paper copy was typed back on ${dates.join(" and ")}`);
  },
};
