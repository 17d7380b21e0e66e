/** The one line that says how it stands. It changes with the state, never with a keystroke (screen readers read it out). */
import { element, saved } from "./page.ts";

const line = element("p", "[role=status]");

export function say(sentence: string): void {
  line.className = "";
  if (line.innerHTML !== sentence) line.innerHTML = sentence;
}

/** There is something newer than »Gemt« speaks of: it goes out of sight until it is true again. */
export function fade(): void {
  if (line.innerHTML === saved) line.className = "changed";
}
