/** Conditions on the invitations: made for everybody in the sample, with this key and these settings. */
import { fingerprint } from "../keys.ts";
import { sha256In } from "../journal.ts";
import { readWaves } from "../letters/recipients.ts";
import { ROUND_FILE } from "../round.ts";
import { readReports, reachOf } from "../status/delivery/store.ts";
import { byMunicipality } from "../status/sampledPeople.ts";
import { fulfilled, missing, type Condition } from "./condition.ts";

const LETTERS = "npx borgersvar letters <round> --wave 0";

export const invitationsMade: Condition = {
  name: "letters",
  async test(evidence) {
    const without: string[] = [];
    const invited = (await readWaves(evidence.run)).get(0);
    // Whom a municipality has reported dead or gone before the invitation has none.
    const reach = reachOf(await readReports(evidence.run));
    for (const [code, people] of byMunicipality(await evidence.sample())) {
      const due = people.filter(({ respondent }) => (reach.get(respondent)?.stop ?? null) === null);
      if (due.some(({ respondent }) => !invited?.has(respondent))) without.push(code);
    }
    return without.length === 0
      ? fulfilled("everybody in the sample has an invitation")
      : missing(`invitations are missing in ${without.join(", ")}`, LETTERS);
  },
};

export const invitationsCurrent: Condition = {
  name: "letters' settings",
  async test(evidence) {
    const made = (await evidence.journal()).findLast((line) =>
      line.written.some((record) => record.file.startsWith("waves/0/")),
    );
    if (!made) return missing("the journal has no invitations", LETTERS);
    if (made.keys["round"] !== fingerprint(await evidence.roundKey())) {
      return missing("the codes in the letters are of another round.key", LETTERS);
    }
    return sha256In(made.read, ROUND_FILE) === (await evidence.sha256(ROUND_FILE))
      ? fulfilled("made with this key and these settings")
      : missing(
          "round.json has changed since the invitations were made: links and dates may be others",
          LETTERS,
        );
  },
};
