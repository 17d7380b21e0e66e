/** The one line that says how it stands. It changes with the state, never with a keystroke (screen readers read it out). */
import { statusLine, word } from "./page.ts";

let said = "";

/** An empty key says nothing. */
export function say(key: string): void {
  const text = key && word(key);
  said = key;
  statusLine.className = "";
  if (statusLine.textContent !== text) statusLine.textContent = text;
}

/** There is something newer than »Gemt« speaks of: out of sight, and not read out again when it comes back. */
export function fade(): void {
  if (said === "saved") statusLine.className = "changed";
}
