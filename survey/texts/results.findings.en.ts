/** The sentences that say what the results show, in English. */
import type { ResultFindings } from "./results.ts";

const quoted = (item: string): string => `‘${item}’`;
const list = new Intl.ListFormat("en-GB");
const quotedAll = (items: readonly string[]): string => list.format(items.map(quoted));

export const findingsEn: ResultFindings = {
  caution: (name, answers) =>
    `Uncertain figures: only ${answers} citizens in ${name} have answered. Read the figures together with their uncertainty.`,
  nothing: {
    heading: (name) => `The results for ${name} are not shown`,
    primary: (name) =>
      `So few citizens in ${name} have answered that the figures could give away what a single person answered. All figures for the municipality are therefore withheld. The answers count in the figures for all participating municipalities.`,
    complementary: (name) =>
      `The figures for ${name} could give away what single persons in another municipality answered. All figures for the municipality are therefore withheld. The answers count in the figures for all participating municipalities.`,
    none: (name) => `No citizens in ${name} have answered.`,
    notAsked: (name) => `The citizens in ${name} were not asked these questions.`,
  },
  absence: {
    primary: "The figure is withheld: so few have answered that single persons could be recognised.",
    complementary: "The figure is withheld: it could give away another withheld figure.",
    none: "Nobody has answered the question.",
    notAsked: "This was not asked.",
  },
  satisfaction: {
    heading: "How satisfied are the citizens?",
    text: "are satisfied or very satisfied with their course",
    interval: (low, high) => `The uncertainty goes from ${low} to ${high}.`,
    noInterval: "The uncertainty cannot be computed.",
    mean: (mean, limits) =>
      `On a scale from 0 to 100 the mean is ${mean}${limits === null ? "" : ` (${limits})`}.`,
    uncertain: "The figure is uncertain because it rests on few answers.",
    base: (answers, rate) => `${answers} have answered. That is ${rate} of those invited.`,
  },
  comparison: {
    heading: "Compared with others and with last time",
    alone: "Only one municipality takes part, so there is no other to compare with.",
    higher: (than, other) => `Satisfaction is higher ${than} (${other}).`,
    lower: (than, other) => `Satisfaction is lower ${than} (${other}).`,
    notDifferent: (from, other) =>
      `Satisfaction is not different ${from} (${other}) when the uncertainty is taken into account.`,
    perhapsHigher: (than, other) =>
      `Satisfaction looks higher ${than} (${other}), but the difference is not certain.`,
    perhapsLower: (than, other) =>
      `Satisfaction looks lower ${than} (${other}), but the difference is not certain.`,
    undefined: (from) =>
      `Whether satisfaction is different ${from} cannot be decided: the uncertainty cannot be computed.`,
    absentHere: "There is no figure for satisfaction to compare.",
    absentThere: (inside) =>
      `The figure for satisfaction ${inside} is not shown, so there is nothing to compare with.`,
    difference: (low, high) => `The difference lies between ${low} and ${high} percentage points.`,
    perhaps: "It may be due to chance when 13 questions are looked at together.",
  },
  change: {
    noEarlier: "There is no earlier survey.",
    up: (period, points) => `Since the ${period}, the share of satisfied citizens has risen by ${points}.`,
    down: (period, points) => `Since the ${period}, the share of satisfied citizens has fallen by ${points}.`,
    same: (period) =>
      `Satisfaction is not different from the ${period} when the uncertainty is taken into account.`,
    undefined: (period) =>
      `Whether satisfaction has changed since the ${period} cannot be decided: the uncertainty cannot be computed.`,
    notComparable: (period) =>
      `The question about satisfaction has changed since the ${period}, so the answers cannot be compared.`,
    otherMunicipalities: (period) =>
      `The municipalities are not the same as in the ${period}, so the figures cannot be compared.`,
    absent: (period) => `There is no figure from the ${period} to compare with.`,
    interval: (low, high) => `The change lies between ${low} and ${high} percentage points.`,
  },
  standouts: {
    heading: "What stands out?",
    both: (with_, best, weakest) =>
      `Compared with ${with_}, ${quoted(best)} is strongest and ${quoted(weakest)} is weakest.`,
    higher: (with_, best) =>
      `Compared with ${with_}, ${quoted(best)} is strongest. No question is clearly lower.`,
    lower: (with_, weakest) =>
      `Compared with ${with_}, ${quoted(weakest)} is weakest. No question is clearly higher.`,
    none: (from) => `None of the other questions clearly differs ${from}.`,
    noneOf: (compared, from) =>
      `None of the ${compared} other questions that can be compared clearly differs ${from}.`,
    notTheOne: (from) =>
      `Only one of the other questions can be compared. It does not clearly differ ${from}.`,
    nothingToCompare: "None of the other questions can be compared.",
    above: (than) => `Clearly more positive answers ${than}:`,
    below: (than) => `Clearly fewer positive answers ${than}:`,
    entry: (item, share, other) => `${item}: ${share}\u00a0against\u00a0${other}`,
    more: (n) => (n === 1 ? "and 1 more question" : `and ${n} more questions`),
    extremes: (best, weakest) =>
      `${quotedAll(best.items)} ${best.items.length === 1 ? "gets" : "get"} the most positive answers (${best.share}), ${quotedAll(weakest.items)} the fewest (${weakest.share}).`,
    noExtremes: "No question clearly gets more positive answers than the others.",
    rule: "A difference is named only when it is certain at the 95% level for all questions together.",
  },
  municipalities: {
    heading: "Do the municipalities differ?",
    none: "No municipality can be compared with all of them together.",
    same: (compared) =>
      `None of the ${compared} municipalities that can be compared is clearly above or below all of them together.`,
    some: (compared, higher, lower) =>
      `Of the ${compared} municipalities that can be compared, ${higher || "none"} ${higher > 1 ? "are" : "is"} clearly above and ${lower || "none"} ${lower > 1 ? "are" : "is"} clearly below all of them together.`,
    rest: "For the rest the difference is not certain.",
    alone: "Only one municipality takes part.",
  },
  items: { heading: "What are the citizens most and least satisfied with?" },
};
