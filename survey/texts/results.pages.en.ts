/** The words around the figures on the results pages, in English. */
import type { ResultPages } from "./results.ts";

const verdicts: ResultPages["verdicts"] = {
  higher: "clearly higher",
  lower: "clearly lower",
  notDifferent: "not clearly different",
  notComparable: "cannot be compared",
};

export const pagesEn: ResultPages = {
  nav: {
    results: "Results",
    breadcrumb: "You are here",
    contents: "On this page",
    sections: "Results",
    themes: "Themes",
    targetGroups: "Target groups",
    compare: "Compare",
    method: "Method",
    downloads: "Download figures",
  },
  of: (period) => `Results of the ${period}`,
  withheldNote: (under) =>
    `‘Withheld’ means that the figure is not shown, so that nobody can be recognised: ${under} have answered (the limit is higher where all citizens were asked), nearly everybody in a small group has given the same answer, or the figure could give away another withheld figure. It can be high or low.`,
  uncertainNote: "‘Uncertain’ means that the figure rests on few answers or has a wide interval.",
  intervalNote: "The 95% confidence interval stands in brackets.",
  overview: {
    title: "Results",
    heading: (country) =>
      country ? "Results for the whole country" : "Results for all participating municipalities",
    description: (title, period, municipalities) =>
      `${title}: how satisfied are the citizens in ${municipalities} municipalities? Figures with their uncertainty, ${period}.`,
    lead: (period, municipalities, closes) =>
      `Citizens in ${municipalities} municipalities have answered questions about their course at the job centre. They were unemployed or on sick leave in the ${period}. Answers were collected until ${closes}.`,
  },
  figures: {
    satisfied: "are satisfied or very satisfied",
    mean: "on average, from 0 (worst) to 100 (best)",
    answers: "have answered",
    rate: "of those invited have answered",
  },
  municipalities: {
    heading: "The municipalities",
    caption: "Answers, response rate and overall satisfaction in each municipality",
    note: "The municipalities are in alphabetical order.",
    name: "Municipality",
    answers: "Answers",
    rate: "Response rate",
    satisfied: "Satisfied",
    mean: "Mean",
  },
  items: {
    heading: "The questions",
    note: "The bars show weighted figures in per cent: negative answers to the left, positive ones to the right, the middle answer split by the zero line. ‘Don’t know’ is not in the bar.",
    positive: (share) => `${share} positive`,
    answers: (n) => `${n} answers`,
    dontKnow: (share) => `don’t know ${share}`,
    compared: (verdict, share, from, than) => {
      if (verdict === "notComparable") return `all together: ${share}`;
      return verdict === "notDifferent"
        ? `not clearly different ${from} (${share})`
        : `${verdicts[verdict]} ${than} (${share})`;
    },
  },
  verdicts,
  itemTable: {
    heading: "All figures in tables",
    caption: "Weighted results for each question",
    note: "Positive answers are the two best answers. The mean goes from 0 (all gave the worst answer) to 100 (all gave the best).",
    item: "Question",
    answers: "Answers",
    positive: "Positive answers",
    mean: "Mean",
    verdict: "Difference",
    index: (theme) => `The whole theme ${theme}`,
  },
  distributionTable: {
    caption: "Distribution of the answers in per cent, and the unweighted figures",
    note: "‘Best answer’ is ‘To a very great extent’, ‘Strongly agree’ or ‘Very satisfied’. ‘Don’t know’ is the share of all who gave an answer or did not know. The five other answers add up to 100%, but for rounding.",
    codes: ["Best answer", "Second best", "Middle", "Second worst", "Worst answer"],
    dontKnow: "Don’t know",
    unweightedPositive: "Unweighted: positive answers",
    unweightedMean: "Unweighted: mean",
  },
  themes: {
    heading: "The themes",
    description: (period) =>
      `The themes of the survey side by side, ${period}. Figures with their uncertainty.`,
    lead: "The 13 questions belong to five themes. Here they stand side by side for all together.",
    caption: "The themes as a whole, weighted",
    theme: "Theme",
  },
  groups: {
    heading: "The target groups",
    description: (period) =>
      `The four target groups side by side, ${period}. Figures with their uncertainty.`,
    lead: "The citizens belong to four target groups. The rules are the same in all municipalities.",
    satisfaction: "Overall satisfaction",
    note: "How satisfied the citizens in each target group are with their course all in all.",
    caption: "Positive answers in each target group, weighted, with the number of answers",
  },
  background: {
    heading: "Sex, age and course",
    caption: "Overall satisfaction by the citizens’ background, weighted",
    note: "The groups are broad so that nobody can be recognised. Differences between the groups can have other causes than the background.",
    group: "Group",
    answers: "Answers",
    satisfied: "Satisfied",
    mean: "Mean",
  },
  municipality: {
    title: (fullName) => `Results for ${fullName}`,
    description: (fullName, term, period) =>
      `How satisfied are unemployed citizens and citizens on sick leave in ${fullName} with their course at ${term}? Figures with their uncertainty, ${period}.`,
    itemsHeading: "The municipality and the others",
    methodHeading: "How the figures were made",
  },
  theme: {
    title: (theme) => `Theme: ${theme}`,
    description: (theme, period) =>
      `Results for the theme ${theme}, ${period}. Figures with their uncertainty.`,
    index: (mean, limits) => `All together get ${mean} of 100${limits === null ? "" : ` (${limits})`}.`,
    indexNote:
      "The figure of a theme is the mean of a person’s answers to its questions, from 0 (worst) to 100 (best).",
    questions: "The questions of the theme",
    byGroup: "Positive answers in each target group",
    byMunicipality: "The theme in the municipalities",
    municipalityCaption: (theme) => `${theme} in each municipality`,
    satisfactionCaption: "Overall satisfaction in each municipality",
  },
  group: {
    title: (group) => `Target group: ${group}`,
    description: (group, period) =>
      `How satisfied are the citizens in the target group ${group}? Figures with their uncertainty, ${period}.`,
    itemsHeading: "The questions in the target group",
    municipalitiesHeading: "The target group in the municipalities",
    municipalitiesCaption: (group) =>
      `Overall satisfaction in the target group ${group} in each municipality`,
  },
  downloads: {
    heading: "Download the figures",
    description: "All results as files for Excel and for other programs, with an explanation of each figure.",
    lead: "The files hold the same figures as the pages. What is withheld on the pages is not in them either.",
    round: (period) => `Figures of the ${period}`,
    caption: "Files",
    file: "File",
    about: "What is it?",
    type: "Type",
    size: "Size",
    licence: "Licence",
    cite: "How to cite the figures",
    citation: (title, period, address) => `${title}, ${period}. ${address}`,
  },
  methodBox: {
    population: "Citizens in the target groups",
    invited: "Invited",
    answers: "Answers",
    rate: "Response rate",
    designEffect: "Design effect (Kish)",
    effective: "Effective number of answers",
    census:
      "All citizens in the target groups were invited. The uncertainty is there because not all have answered.",
    sample: "A random selection of the citizens in the target groups was invited.",
    collapsed: (names) =>
      `In the weighting these target groups are merged because too few have answered: ${names}.`,
    weights:
      "The figures are weighted, so that each target group counts as much as among all citizens in the target groups.",
    more: "Read the whole method",
    allInvited: "all invited",
  },
  response: {
    heading: "Answers in each municipality",
    caption: "Citizens, invited, answers and what the weights mean in each municipality",
    note: "The design effect (Kish) says how much the weights add to the uncertainty; 1 is nothing. The effective number of answers is the number of answers divided by the design effect.",
  },
  pending: {
    heading: "The results are on their way",
    municipalityHeading: (fullName) => `Results for ${fullName}`,
    when: (first, final) => `The first results come here by ${first}. The final report comes by ${final}.`,
    field: (opens, closes) => `Citizens can answer from ${opens} to ${closes}.`,
    what: "Then you can see how satisfied the citizens are, what stands out, and how certain the figures are.",
    absent: (fullName) => `${fullName} is not part of the results that have been published.`,
    description: "The results of the survey come here.",
    method: "Read how the survey is made",
  },
  corrections: {
    entry: (date) => `Corrected on ${date}:`,
  },
  rounds: {
    heading: "All rounds",
    current: "latest",
    earlier: (period) => `You see figures of an earlier round: ${period}.`,
    newest: "See the latest figures",
  },
};
