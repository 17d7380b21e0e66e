/** The elements of the document that the script works with; they stand in every municipality's document. */
function element<K extends keyof HTMLElementTagNameMap>(tag: K, rest = ""): HTMLElementTagNameMap[K] {
  const found = document.querySelector<HTMLElementTagNameMap[K]>(tag + rest);
  if (!found) throw new Error(tag + rest);
  return found;
}

// Without it a request could hang for ever: the form works as without script then.
if (!("AbortController" in window)) throw new Error("AbortController");

export const form = element("form");
export const codeField = element("input", "#code");
export const statusLine = element("p", "[role=status]");
export const summary = element("div", "#fejl");
export const eraseBox = element("div", "#erase");
export const eraseButton = element("button", "#eraser");
export const sections = Array.from(form.querySelectorAll("section"));

export const button = (name: string): HTMLButtonElement => element("button", `[name=${name}]`);
export const input = (name: string): HTMLInputElement => element("input", `[name=${name}]`);

const words = element("template").content;

/** A sentence of the document's own table of words. */
export const word = (name: string): string => words.querySelector(`.${name}`)?.innerHTML || name;
