/** The error summary on top of the page and the error at the field, as the Worker writes them without script. */
import { summary, word } from "./page.ts";

let undo = (): void => {};

export const clearProblem = (): void => undo();

/** Says what is wrong with a field, at the field and in the summary, and moves the focus there. */
export function showProblem(sentence: string, field: HTMLElement): void {
  undo();
  const { id } = field;
  const { title } = document;
  const prefix = word("titlePrefix");
  const hint = `${id}h`;
  document.title = prefix + title;
  summary.innerHTML = `<div role=alert><h2>${word("heading")}</h2><ul><li><a href="#${id}">${sentence}</a></ul></div>`;
  summary.hidden = false;
  const isControl = field.matches("[name]");
  if (isControl) {
    field.insertAdjacentHTML(
      "beforebegin",
      `<p id="${id}-e" class=e><span class=vh>${prefix}</span>${sentence}</p>`,
    );
    field.setAttribute("aria-describedby", `${id}-e ${hint}`);
    field.setAttribute("aria-invalid", "true");
  }
  summary.focus();
  undo = () => {
    undo = () => {};
    document.title = title;
    summary.hidden = true;
    if (!isControl) return;
    field.previousElementSibling?.remove();
    field.setAttribute("aria-describedby", hint);
    field.removeAttribute("aria-invalid");
  };
}
