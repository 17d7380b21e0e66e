/** Conditions on round.json and on the calendar. */
import { placeholdersIn } from "../init/placeholders.ts";
import { filesUnder } from "../purge/folder.ts";
import { goesAt } from "../purge/kinds.ts";
import { fulfilled, missing, type Condition } from "./condition.ts";

export const settings: Condition = {
  name: "settings",
  async test(evidence) {
    const round = await evidence.round();
    return fulfilled(`round.json fits: ${round.id}, ${round.municipalities.length} municipalities`);
  },
};

const SHOWN = 5;

export const nothingLeftToWrite: Condition = {
  name: "texts",
  async test(evidence) {
    const left = placeholdersIn(await evidence.round());
    if (left.length === 0) return fulfilled("every text and date has been filled in");
    const names = left.slice(0, SHOWN).join(", ");
    return missing(
      `${left.length} settings are as init wrote them: ${names}${left.length > SHOWN ? ", …" : ""}`,
      "Fill them in in round.json.",
    );
  },
};

export const fieldDates: Condition = {
  name: "field dates",
  async test(evidence) {
    const { field } = await evidence.round();
    if (evidence.today > field.closes) {
      return missing(
        `the round closed on ${field.closes}`,
        "Set field.closes in round.json to a day to come.",
      );
    }
    const past = field.waves.filter((wave) => wave < evidence.today).length;
    return past === 0
      ? fulfilled(`opens ${field.opens}, closes ${field.closes}`)
      : fulfilled(`opened ${field.opens}, closes ${field.closes}; ${past} of 3 wave dates are past`);
  },
};

/** Today is before the day by which everything must be deleted; after it, what is left is counted. */
export const deletionDate: Condition = {
  name: "deletion date",
  async test(evidence) {
    const { run, today } = evidence;
    const { deletionDate: due } = (await evidence.round()).privacy;
    if (due > today) return fulfilled(`everything is deleted by ${due}`);
    const left = (await filesUnder(run.folder)).filter((file) => goesAt(file, "all"));
    return missing(
      left.length === 0
        ? `the deletion date ${due} has come, and everything is deleted: the round is over`
        : `the deletion date ${due} has come, and ${left.length} files that had to go are still here`,
      `Run \`npx borgersvar purge ${run.folder} --stage all\` (and --remote), or mend privacy.deletionDate in round.json.`,
    );
  },
};

const LOCAL = /^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?$/;

export const secureAddress: Condition = {
  name: "address",
  async test(evidence) {
    const { baseUrl } = await evidence.round();
    if (baseUrl.startsWith("https://")) return fulfilled(baseUrl);
    return missing(
      LOCAL.test(baseUrl)
        ? `${baseUrl} is this machine: good for a trial, no citizen can open it`
        : `${baseUrl} is not on https`,
      "Set baseUrl in round.json to the https address of the round, then publish and make the letters again.",
    );
  },
};
