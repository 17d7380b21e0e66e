/** Conditions on frame and sample: the journal proves that this frame gave this sample. */
import { lastRun, sha256In } from "../journal.ts";
import { IDENTITIES_FILE, SAMPLE_FILE } from "../sample/files.ts";
import { FRAME_FILE } from "../sample/frameFile.ts";
import { fulfilled, missing, type Condition } from "./condition.ts";

const DRAW = "Draw the sample again: npx borgersvar sample <round>";
const NO_RUN = missing("the journal has no run of sample", DRAW);

export const sampleOfThisFrame: Condition = {
  name: "frame",
  async test(evidence) {
    const drawn = lastRun(await evidence.journal(), "sample");
    if (!drawn) return NO_RUN;
    return sha256In(drawn.read, FRAME_FILE) === (await evidence.sha256(FRAME_FILE))
      ? fulfilled("the sample was drawn from this frame")
      : missing("the frame has changed since the sample was drawn", DRAW);
  },
};

export const sampleUnchanged: Condition = {
  name: "sample",
  async test(evidence) {
    const drawn = lastRun(await evidence.journal(), "sample");
    if (!drawn) return NO_RUN;
    for (const name of [SAMPLE_FILE, IDENTITIES_FILE]) {
      if (sha256In(drawn.written, name) !== (await evidence.sha256(name))) {
        return missing(`${name} is not as it was drawn`, DRAW);
      }
    }
    return fulfilled(`${(await evidence.sample()).length} citizens, as they were drawn`);
  },
};

export const everyMunicipalitySampled: Condition = {
  name: "municipalities",
  async test(evidence) {
    const sampled = new Set((await evidence.sample()).map((person) => person.municipality));
    const without = (await evidence.round()).municipalities
      .map((m) => m.code)
      .filter((code) => !sampled.has(code));
    return without.length === 0
      ? fulfilled(`all ${sampled.size} have a sample`)
      : missing(
          `no sample in ${without.join(", ")}`,
          "Put their extracts in extracts/, run ingest and sample; or take them out of round.json.",
        );
  },
};
