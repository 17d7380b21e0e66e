/** Settings of a round that contradict each other, each where it stands in round.json. */
import { ORIGINAL } from "../languages.ts";
import type { RoundFields } from "../round.ts";
import { contradictions } from "./sampling.ts";

interface Fault {
  path: (string | number)[];
  message: string;
}

const faults = (...found: (Fault | false)[]): Fault[] => found.filter((fault) => fault !== false);

/** Days that are not in the order a round goes through them. */
export function dateFaults({ field, period, privacy }: RoundFields): Fault[] {
  const { opens, closes, waves, extraSms } = field;
  return faults(
    closes <= opens && { path: ["field", "closes"], message: "must be after opens" },
    ...waves.flatMap((wave, i) => [
      (wave < opens || wave > closes) && {
        path: ["field", "waves", i],
        message: "must be between opens and closes",
      },
      i > 0 &&
        wave <= (waves[i - 1] ?? "") && {
          path: ["field", "waves", i],
          message: "must be after the wave before it",
        },
    ]),
    extraSms !== undefined &&
      (extraSms <= (waves.at(-1) ?? "") || extraSms > closes) && {
        path: ["field", "extraSms"],
        message: "must be after the last wave and not after closes",
      },
    period.to < period.from && { path: ["period", "to"], message: "must not be before from" },
    privacy.deletionDate <= closes && {
      path: ["privacy", "deletionDate"],
      message: "must be after the field closes",
    },
  );
}

export function settingFaults(round: RoundFields): Fault[] {
  const { sampling, disclosure } = round;
  return faults(
    ...contradictions(sampling).map(({ path, message }) => ({ path: ["sampling", ...path], message })),
    disclosure.censusThreshold < disclosure.threshold && {
      path: ["disclosure", "censusThreshold"],
      message: "must be at least threshold",
    },
    ...languageFaults(round),
    ...municipalityFaults(round),
  );
}

function languageFaults({ languages, translations }: RoundFields): (Fault | false)[] {
  return [
    !languages.includes(ORIGINAL) && { path: ["languages"], message: "must hold da" },
    ...languages.flatMap((language, i) => [
      languages.indexOf(language) < i && { path: ["languages", i], message: `${language} is listed twice` },
      language !== ORIGINAL &&
        translations[language] === undefined && {
          path: ["translations", language],
          message: `must hold the round's own texts, for ${language} is in languages`,
        },
    ]),
  ];
}

function municipalityFaults({ municipalities }: RoundFields): (Fault | false)[] {
  const codes = municipalities.map(({ code }) => code);
  return municipalities.flatMap(({ code, localQuestions }, i) => [
    codes.indexOf(code) < i && { path: ["municipalities", i, "code"], message: `${code} is listed twice` },
    new Set(localQuestions.map(({ id }) => id)).size !== localQuestions.length && {
      path: ["municipalities", i, "localQuestions"],
      message: "ids must differ",
    },
  ]);
}
