/** The error summary on top of the page and the error at the field, as the Worker writes them without script. */
import { summary, word } from "./page.ts";

let undo = (): void => {};

export const clearProblem = (): void => undo();

/** Says what is wrong, in the summary and at the field whose id is given, and moves the focus to the summary. */
export function showProblem(sentence: string, id = ""): void {
  const field = document.getElementById(id);
  const { title } = document;
  const prefix = word("titlePrefix");
  const described = "aria-describedby";
  const hint = `${id}h`;
  document.title = prefix + title;
  summary.innerHTML = `<div role=alert><h2>${word("heading")}</h2><ul><li><a ${id && `href="#${id}"`}>${sentence}</a></ul></div>`;
  summary.hidden = false;
  summary.focus();
  field?.insertAdjacentHTML(
    "beforebegin",
    `<p id="${id}-e" class=e><span class=vh>${prefix}</span>${sentence}</p>`,
  );
  field?.setAttribute(described, `${id}-e ${hint}`);
  field?.setAttribute("aria-invalid", "true");
  undo = () => {
    undo = () => {};
    document.title = title;
    summary.hidden = true;
    field?.previousElementSibling?.remove();
    field?.setAttribute(described, hint);
    field?.removeAttribute("aria-invalid");
  };
}
