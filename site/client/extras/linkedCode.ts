/**
 * A code that came with the link and cannot be one. What an app has put around it (a full stop, a blank as %20) goes; a slip is
 * told at once: nothing is saved before there is a code.
 */
import { parseCode } from "#survey/code.ts";
import { showCodeProblem } from "./problem.ts";

const AROUND = /%[\da-f]{2}|[^\da-z-]/gi;

function look(field: HTMLInputElement): void {
  const parsed = parseCode(field.value);
  if (parsed.ok || parsed.reason === "empty") return;
  const bare = field.value.replaceAll(AROUND, "");
  if (!parseCode(bare).ok) return showCodeProblem("", parsed.reason);
  field.value = bare;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Now, and when another code has come: the questionnaire's script fills it in after it has emptied the form. */
export function followLinkedCode(form: HTMLFormElement, codeField: HTMLInputElement): void {
  look(codeField);
  form.addEventListener("reset", () => setTimeout(() => look(codeField)));
}
