/**
 * Every word of the instrument in Danish. `{jobcentret}` is the municipality's own term ("jobcentret", "kommunen").
 * Wording and order of the options are the commissioner's draft; they change only with a new questionnaire version.
 */
import type { ClosedItemId, ScaleId, TextItemId, ThemeId } from "../questionnaire.ts";

export const themes: Record<ThemeId, string> = {
  dignity: "Værdighed",
  relevance: "Relevans",
  competence: "Kompetence",
  progression: "Progression og resultater",
  overall: "Samlet",
};

/** Options best first, codes 1 to 5. */
export const scales: Record<ScaleId, readonly [string, string, string, string, string]> = {
  degree: ["I meget høj grad", "I høj grad", "I nogen grad", "I lav grad", "Slet ikke"],
  agreement: ["Meget enig", "Enig", "Hverken enig eller uenig", "Uenig", "Meget uenig"],
  satisfaction: [
    "Meget tilfreds",
    "Tilfreds",
    "Hverken tilfreds eller utilfreds",
    "Utilfreds",
    "Meget utilfreds",
  ],
};

export const dontKnow = "Ved ikke";
export const noInterview = "Jeg har ikke haft en samtale";

export const closedItems: Record<ClosedItemId, string> = {
  q1: "Oplever du at blive mødt med tillid i {jobcentret}?",
  q2: "Oplever du, at der bliver taget udgangspunkt i din individuelle situation i {jobcentret}?",
  q3: "Oplever du, at der bliver lyttet til dine ideer og forslag, når I lægger en plan for dit forløb i {jobcentret}?",
  q4: "Oplever du, at der er et klart mål for dit forløb i {jobcentret}?",
  q5: "Oplever du, at aktiviteterne i dit forløb giver mening i forhold til dit mål i {jobcentret}?",
  q6: "Oplever du, at de forskellige fagpersoner, du er i kontakt med, arbejder sammen om dit forløb, hvis der er behov for det?",
  q7: "Formålet med samtalen var klart",
  q8: "Min sagsbehandler var velforberedt og informeret om min situation til samtalen",
  q9: "Til samtalen aftalte vi, hvad der skulle ske frem mod næste samtale",
  q10: "Jeg fik den vejledning, jeg havde brug for",
  q11: "Oplever du løbende at blive præsenteret for konkrete jobmuligheder i {jobcentret}?",
  q12: "Oplever du, at indsatsen i {jobcentret} bringer dig tættere på job eller uddannelse?",
  q13: "Hvor tilfreds eller utilfreds er du samlet set med dit forløb i {jobcentret}?",
};

export const interviewIntro =
  "Tænk tilbage på den seneste samtale, du havde med din sagsbehandler. Vi vil nu præsentere dig for fire udsagn, som handler om denne samtale. Du bedes angive, hvor enig eller uenig du er i hvert enkelt udsagn.";

/** Wordings of a free-text item; `positive` and `negative` follow the answer to the item it follows. */
export const textItems: Record<TextItemId, { neutral: string; positive?: string; negative?: string }> = {
  q14: {
    positive: "Vil du uddybe, hvorfor du har været tilfreds?",
    negative: "Vil du uddybe, hvorfor du har været utilfreds?",
    neutral: "Vil du uddybe, hvorfor du har svaret sådan?",
  },
  q15: { neutral: "Hvad kunne have gjort dit forløb i {jobcentret} bedre?" },
};

export const targetGroups = {
  dagpenge: "Dagpenge",
  aktivitetsparate: "Aktivitetsparate",
  sygedagpenge: "Sygedagpenge",
  jobparate: "Jobparate",
} as const;

/** Puts the municipality's own term into a text. */
export const withTerm = (text: string, term: string): string => text.replaceAll("{jobcentret}", term);
