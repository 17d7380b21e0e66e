/** The elements of the document that the script works with; they stand in every municipality's document. */
export function element<K extends keyof HTMLElementTagNameMap>(tag: K, rest = ""): HTMLElementTagNameMap[K] {
  const found = document.querySelector<HTMLElementTagNameMap[K]>(tag + rest);
  if (!found) throw new Error(tag);
  return found;
}

export const form = element("form");
export const codeField = element("input", "#code");

/** The document's own values: when the round closes, where the receipt is, which extras belong to it. */
export const { closes = "", receipt = "", extras = "" } = form.dataset;

/** What the script says, in the document's language and in the order of Messages.astro. */
export const [saved = "", onDevice = "", offline = "", beingSent = ""] = Array.from(
  element("template").content.children,
  (word) => word.innerHTML,
);
