/** The elements of the document that the script works with; they stand in every municipality's document. */
const element = <T extends Element>(selector: string): T => document.querySelector(selector) as T;

export const form = element<HTMLFormElement>("form");
export const codeField = element<HTMLInputElement>("#code");
export const statusLine = element("[role=status]");
export const summary = element<HTMLElement>("#fejl");
export const eraseBox = element<HTMLElement>("#erase");
export const eraseButton = element<HTMLElement>("#erase button");
export const sections = Array.from(form.querySelectorAll("section"));

/** A control of the form by its name. */
export const control = (name: string): HTMLInputElement => element(`[name=${name}]`);

const words = element<HTMLTemplateElement>("template").content;

/** A sentence of the document's own table of words. */
export const word = (name: string): string => words.querySelector(`.${name}`)?.innerHTML || name;
