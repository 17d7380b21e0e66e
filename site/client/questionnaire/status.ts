/** The one line that says how it stands. It changes with the state, never with a keystroke (screen readers read it out). */
import { statusLine, word } from "./page.ts";

export function say(sentence: string): void {
  statusLine.className = "";
  if (statusLine.textContent !== sentence) statusLine.textContent = sentence;
}

/** There is something newer than »Gemt« speaks of: it goes out of sight until it is true again. */
export function fade(): void {
  if (statusLine.textContent === word("saved")) statusLine.className = "changed";
}
