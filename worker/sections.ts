/** Where a citizen without script was: a page that is returned opens there, not at its beginning. */
import type { EdgeMunicipality } from "#survey/edge.ts";
import type { Questionnaire } from "#survey/questionnaire.ts";
import type { Problem } from "./document.ts";
import type { Page } from "./page.ts";

/** The section a field stands in, in the order of the document; a municipality's own questions are the last part, the code stands in it. */
export function sectionsOf(
  questionnaire: Questionnaire,
  { localQuestions }: EdgeMunicipality,
): Map<string, string> {
  const sections = new Map<string, string>();
  for (const { id, items, skippedWithoutInterview } of questionnaire.parts) {
    if (skippedWithoutInterview) sections.set("no_interview", id);
    for (const item of items) sections.set(item.id, id);
  }
  const last = questionnaire.parts.length + (localQuestions.length > 0 ? 1 : 0);
  for (const { id } of localQuestions) sections.set(id, `d${last}`);
  return sections.set("code", `d${last}`);
}

/** The section with the first problem, else the one with the last answer; `null` where nothing is answered. */
export function openSection(
  { filled, sections = new Map() }: Page,
  problems: readonly Problem[],
): string | null {
  const wrong = problems.find(({ field }) => sections.has(field));
  if (wrong) return sections.get(wrong.field) ?? null;
  const answered = [...sections].filter(([field]) => field !== "code" && filled.get(field));
  return answered.at(-1)?.[1] ?? null;
}
