/** »Ryd svar«: a radio cannot be unchosen by itself. The style shows the button where there is something to undo. */
import { form } from "./page.ts";

form.classList.add("js");

/** Undoes the answer whose button was pressed, if it was one; the focus stays in the question. */
export function undo(pressed: EventTarget | null): boolean {
  if (!(pressed instanceof Element) || pressed.className !== "clear") return false;
  const chosen = pressed.parentElement?.querySelector<HTMLInputElement>(":checked");
  if (!chosen) return false;
  chosen.checked = false;
  chosen.focus();
  return true;
}
