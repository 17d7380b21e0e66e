/** Which part is shown is the address's business (:target); the script moves title and focus along. */
import { sections } from "./page.ts";

const { title } = document;

/** After a move to another part. A link to a field keeps the field's own focus. */
export function arrive(): void {
  const { hash } = location;
  for (const part of hash ? sections : sections.slice(0, 1)) {
    if (hash && hash !== `#${part.id}`) continue;
    document.title = `${part.querySelector("h2")?.textContent} – ${title}`;
    // The browser has scrolled to the part already.
    part.focus({ preventScroll: true });
  }
}

/** From the part with the focus to the next one; from the last one nowhere. */
export function goOn(): void {
  const { activeElement } = document;
  const next = sections.findIndex((part) => part.contains(activeElement)) + 1;
  if (sections[next]) location.hash = sections[next].id;
}
