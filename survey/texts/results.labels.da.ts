/** What things are called in the results, in Danish: themes, items in a few words, groups, backgrounds, states of a cell. */
import type { IndexId } from "../indexes.ts";
import type { ClosedItemId, ThemeId } from "../questionnaire.ts";
import type { Breakdown } from "../results.ts";
import type { TargetGroup } from "../targetGroups.ts";
import { closedItems, dontKnow, scales, targetGroups, themes } from "./da.ts";

const shortItems: Record<ClosedItemId, string> = {
  q1: "Mødt med tillid",
  q2: "Udgangspunkt i individuel situation",
  q3: "Lyttet til ideer og forslag",
  q4: "Klart mål for forløbet",
  q5: "Aktiviteterne giver mening",
  q6: "Fagpersoner arbejder sammen",
  q7: "Formålet med samtalen var klart",
  q8: "Sagsbehandler var velforberedt",
  q9: "Aftalte, hvad der skulle ske",
  q10: "Fik den nødvendige vejledning",
  q11: "Konkrete jobmuligheder",
  q12: "Tættere på job eller uddannelse",
  q13: "Samlet tilfredshed",
};

const indexNames: Record<IndexId, string> = {
  dignity: "Værdighed",
  relevance: "Relevans",
  competence: "Kompetence",
  progression: "Progression og resultater",
  total: "Alle temaer",
};

/** What a theme is about, in a sentence. */
const themeNotes: Record<ThemeId, string> = {
  dignity: "Om at blive mødt, hørt og set som den, man er.",
  relevance: "Om mål, aktiviteter og samarbejde i forløbet.",
  competence: "Fire udsagn om borgerens seneste samtale med sin sagsbehandler.",
  progression: "Om vejen til job eller uddannelse.",
  overall: "Hvor tilfredse borgerne er alt i alt.",
};

/** Who is in a target group. */
const targetGroupNotes: Record<TargetGroup, string> = {
  dagpenge: "Borgere på dagpenge, der har været ledige i mindst 12 måneder.",
  aktivitetsparate:
    "Aktivitetsparate på kontanthjælp eller uddannelseshjælp og borgere på ressourceforløbsydelse, mindst 8 uger på ydelsen.",
  sygedagpenge: "Borgere, der har fået sygedagpenge i mindst 8 uger.",
  jobparate:
    "Jobparate på kontanthjælp, uddannelsesparate på uddannelseshjælp og borgere på ledighedsydelse, mindst 8 uger på ydelsen.",
};

const breakdowns: Record<Breakdown, string> = {
  sex: "Køn",
  age_band: "Alder",
  duration_band: "Tid på nuværende ydelse",
  interview_band: "Tid siden seneste samtale",
  finished: "Forløb",
};

export const labelsDa = {
  /** The usual name of the place, where no municipality has its own. */
  jobcentre: "jobcentret",
  shortItems,
  statements: closedItems,
  indexNames,
  themes,
  themeNotes,
  targetGroups,
  targetGroupNotes,
  breakdowns,
  /** Values of a background variable that are no band. */
  values: {
    sex: { f: "Kvinder", m: "Mænd" },
    finished: { "0": "Modtager stadig ydelsen", "1": "Har forladt ydelsen" },
    noInterview: "Ingen samtale",
  },
  units: {
    age_band: { one: "år", many: "år" },
    duration_band: { one: "uge", many: "uger" },
    interview_band: { one: "måned", many: "måneder" },
  },
  /** A band of values; `{n}` is a number with its unit. */
  bands: { under: "Under {n}", over: "{n} og derover" },
  scales,
  dontKnow,
  /** A cell without a number, in a word. */
  states: { withheld: "Skjult", none: "Ingen svar", notAsked: "Ikke spurgt" },
  uncertain: "usikkert",
  /** Everybody together: by name, and after »i«, »fra« and »end«. */
  whole: {
    country: {
      name: "Hele landet",
      plain: "hele landet",
      in: "i hele landet",
      from: "fra hele landet",
      than: "end i hele landet",
    },
    participants: {
      name: "Alle deltagende kommuner",
      plain: "de deltagende kommuner",
      in: "i de deltagende kommuner",
      from: "fra de deltagende kommuner",
      than: "end i de deltagende kommuner",
    },
  },
};
