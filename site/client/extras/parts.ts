/** Which part is shown is the address's business (:target); title and focus move along. */
const { title } = document;

/** After a move to another part. A link to a field keeps the field's own focus. */
function arrive(): void {
  const { hash } = location;
  const part = document.getElementById(hash.slice(1) || "d1");
  if (part?.tagName !== "SECTION") return;
  document.title = `${part.querySelector("h2")?.textContent} – ${title}`;
  // The browser has scrolled to the part already.
  part.focus({ preventScroll: true });
}

/** Enter in a field presses the form's first button: on from the part with the focus; from the last one nowhere. */
function goOn(): void {
  document.querySelector<HTMLElement>("section:focus-within .next")?.click();
}

export function followParts(form: HTMLFormElement): void {
  addEventListener("hashchange", arrive);
  form.querySelector("[name=enter]")?.addEventListener("click", goOn);
  // Somebody who has begun to answer stays where they are.
  if (location.hash && document.activeElement?.matches("body, section")) arrive();
}
