/** »Ryd svar«: a radio cannot be unchosen by itself. The style shows the button where there is something to undo. */

/** Undoes the answer of a question; the focus stays in it. */
function undo(question: HTMLFieldSetElement): void {
  const chosen = question.querySelector<HTMLInputElement>(":checked");
  if (!chosen) return;
  chosen.checked = false;
  chosen.focus();
  chosen.dispatchEvent(new Event("input", { bubbles: true }));
}

export function offerUndo(question: HTMLFieldSetElement): void {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "clear";
  button.textContent = WORDS.clear;
  button.addEventListener("click", () => undo(question));
  question.append(button);
}
