/** What things are called in the results, in English. Danish names of benefits stand beside the English ones. */
import { en } from "./en.ts";
import type { ResultLabels } from "./results.ts";

export const labelsEn: ResultLabels = {
  jobcentre: en.terms.jobcentret,
  shortItems: {
    q1: "Met with trust",
    q2: "Individual situation as the starting point",
    q3: "Ideas and suggestions listened to",
    q4: "A clear goal for the course",
    q5: "Activities make sense",
    q6: "Professionals work together",
    q7: "The purpose of the meeting was clear",
    q8: "The caseworker was well prepared",
    q9: "Agreed on what should happen next",
    q10: "Got the guidance needed",
    q11: "Specific job opportunities",
    q12: "Closer to a job or education",
    q13: "Overall satisfaction",
  },
  statements: en.closedItems,
  indexNames: {
    dignity: "Dignity",
    relevance: "Relevance",
    competence: "Competence",
    progression: "Progression and results",
    total: "All themes",
  },
  themes: {
    dignity: "Dignity",
    relevance: "Relevance",
    competence: "Competence",
    progression: "Progression and results",
    overall: "Overall",
  },
  themeNotes: {
    dignity: "About being met, heard and seen as the person you are.",
    relevance: "About goals, activities and cooperation in the course.",
    competence: "Four statements about the citizen’s latest meeting with a caseworker.",
    progression: "About the way to a job or education.",
    overall: "How satisfied the citizens are all in all.",
  },
  targetGroups: {
    dagpenge: "Unemployment benefit (dagpenge)",
    aktivitetsparate: "Ready for activities (aktivitetsparate)",
    sygedagpenge: "Sickness benefit (sygedagpenge)",
    jobparate: "Ready for a job (jobparate)",
  },
  targetGroupNotes: {
    dagpenge: "People on unemployment benefit who have been unemployed for at least 12 months.",
    aktivitetsparate:
      "People on social assistance, education assistance or a resource programme who are not yet ready for a job, at least 8 weeks on the benefit.",
    sygedagpenge: "People who have received sickness benefit for at least 8 weeks.",
    jobparate:
      "People on social assistance who are ready for a job, on education assistance who are ready for education, or on ledighedsydelse, at least 8 weeks on the benefit.",
  },
  breakdowns: {
    sex: "Sex",
    age_band: "Age",
    duration_band: "Time on the current benefit",
    interview_band: "Time since the latest meeting",
    finished: "Course",
  },
  values: {
    sex: { f: "Women", m: "Men" },
    finished: { "0": "Still receives the benefit", "1": "Has left the benefit" },
    noInterview: "No meeting",
  },
  units: {
    age_band: { one: "year", many: "years" },
    duration_band: { one: "week", many: "weeks" },
    interview_band: { one: "month", many: "months" },
  },
  bands: { under: "Under {n}", over: "{n} and over" },
  scales: en.scales,
  dontKnow: en.dontKnow,
  states: { withheld: "Withheld", none: "No answers", notAsked: "Not asked" },
  uncertain: "uncertain",
  whole: {
    country: {
      name: "The whole country",
      plain: "the whole country",
      in: "in the whole country",
      from: "from the whole country",
      than: "than in the whole country",
    },
    participants: {
      name: "All participating municipalities",
      plain: "the participating municipalities",
      in: "in the participating municipalities",
      from: "from the participating municipalities",
      than: "than in the participating municipalities",
    },
  },
};
