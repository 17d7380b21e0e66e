/** The method page in English. */
import type { ResultMethod } from "./results.ts";

export const methodEn: ResultMethod = {
  title: "How the survey was made",
  description:
    "Who was asked, how the figures are weighted, how uncertain they are, and why some figures are withheld.",
  sections: (under) => [
    [
      "Who was asked?",
      "The municipalities have given information about all citizens who were unemployed or on sick leave in the quarter. The citizens are divided into four target groups: unemployment benefit (at least 12 months of unemployment), ready for activities, sickness benefit and ready for a job (all three at least 8 weeks on the benefit). The rules are the same in all municipalities.",
      "In large municipalities a random selection of the citizens was invited. In small ones everybody was invited. Small municipalities, and target groups in which fewer tend to answer, are a larger part of those invited than of the citizens. The weighting makes up for that.",
    ],
    [
      "How were they asked?",
      "The citizens got a personal link by Digital Post, letter or text message, and those who did not answer got reminders. Answering is voluntary, and no question must be answered. An answer counts when at least 7 of the 13 questions are answered.",
      "The answers are confidential, not anonymous. They are encrypted, and nobody in the municipality ever sees them.",
    ],
    [
      "How do you read the figures?",
      "The share of positive answers is the share that chose one of the two best answers, such as ‘Very satisfied’ or ‘Satisfied’. The mean goes from 0 (all gave the worst answer) to 100 (all gave the best).",
      "‘Don’t know’ is not part of shares and means; it is shown on its own. Shares are rounded to whole per cent, so sums can differ a little from 100.",
      "‘All participating municipalities’ are those that took part in this round. Only when all 98 take part do we write ‘the whole country’. Every citizen in the target groups counts the same, so large municipalities count most.",
      "The figure of a theme is the mean of a person’s answers to its questions. At least half of them must be answered.",
    ],
    [
      "How are the figures weighted?",
      "Within each municipality the answers are weighted, so that the four target groups count as much as among all citizens in the target groups (post-stratification). Where too few in a target group have answered, it is merged with another target group of the same municipality. The unweighted figures stand beside them in the tables.",
    ],
    [
      "How certain are the figures?",
      "Only some of the citizens have answered. Therefore each figure has a 95% confidence interval: if the survey were made many times, the interval would hold the right figure about 95 times out of 100.",
      "We call two figures different only when the difference is certain at the 95% level. We compute the difference itself: the municipality is part of all municipalities, and that is taken into account. We look at 13 questions at once. Therefore we ask more of each of them (Holm’s method), so that a question rarely stands out by chance.",
      "Municipalities with few answers (normally under 200) are marked as uncertain. So are other figures that rest on fewer than 30 effective answers, or that have an interval of 30 percentage points or more.",
      "For specialists: intervals of shares are those of Korn and Graubard (Clopper–Pearson with the effective number of answers), intervals of means are t intervals. The variance is stratified by municipality and target group with a finite population correction by the number of answers, because nonresponse is another phase of the selection.",
    ],
    [
      "What about those who did not answer?",
      "Those who answered can be more or less satisfied than those who did not. The weighting makes up for different response in the target groups, but not for everything. The response rate of each municipality is shown with its figures.",
      "So do not jump from a difference to a cause. Municipalities have different citizens, and the figures show what the citizens experience, not why.",
    ],
    [
      "Why are some figures withheld?",
      `Nobody must be able to see what a certain citizen has answered. Therefore a figure is withheld when ${under ?? "too few"} have answered, and when the few citizens outside a group could be found by subtraction. In municipalities where everybody was invited the limit is higher.`,
      "A figure is also withheld when fewer than 30 have answered and all, or all but one, have given the same answer. Otherwise one would know what each of them had answered.",
      "A withheld figure is not zero. ‘No answers’ means that nobody has answered, and ‘Not asked’ that the question was not part of it.",
    ],
  ],
};
