/** What the form holds, as the flat map that is kept, saved and sent. */
import { form } from "./page.ts";

export type Answers = Record<string, string>;

/** Questions have a number or a line in their name; the code and the hidden fields have neither. */
const QUESTION = /[\d_]/;

/** The answers, and what stands beside them: code, municipality, version of the questionnaire. */
export function readForm(): { answers: Answers; beside: Answers } {
  const answers: Answers = {};
  const beside: Answers = {};
  for (const [name, value] of new FormData(form)) {
    if (value && typeof value === "string") (QUESTION.test(name) ? answers : beside)[name] = value;
  }
  return { answers, beside };
}

/** Puts answers into the form where it has none. */
export function addAnswers(added: Answers): void {
  const { answers } = readForm();
  for (const field of form.querySelectorAll<HTMLInputElement>("section [name]")) {
    const { name, type } = field;
    const value = added[name];
    if (!value || answers[name]) continue;
    if (type === "textarea") field.value = value;
    else field.checked = field.value === value;
  }
}
