/** What the form holds, as the flat map that is kept, saved and sent. */
import { form } from "./page.ts";

export type Answers = Record<string, string>;

type Field = HTMLInputElement | HTMLTextAreaElement;

/** Questions only: the code, the hidden fields and the buttons stand apart. */
const fields = Array.from(form.querySelectorAll<Field>("section [name]:not(#code):not(button)"));

/** Radios and checkboxes; texts have no `checked`. */
const isBox = (field: Field): field is HTMLInputElement => field.type !== "textarea";

export function readAnswers(): Answers {
  const answers: Answers = {};
  for (const field of fields) {
    if (isBox(field) ? field.checked : field.value) answers[field.name] = field.value;
  }
  return answers;
}

export function showAnswers(answers: Answers): void {
  for (const field of fields) {
    const value = answers[field.name] || "";
    if (isBox(field)) field.checked = field.value === value;
    else field.value = value;
  }
}
