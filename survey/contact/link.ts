/** The addresses that letters carry. What stands after # never leaves the citizen's device. */
import { formatCode } from "../code.ts";

/** `https://svar.example.dk/aarhus/`. */
export const pageAddress = (baseUrl: string, slug: string): string => `${baseUrl}/${slug}/`;

/** `https://svar.example.dk/aarhus/#XXXX-XXXX-XXXX-XXXX`. */
export const personalLink = (baseUrl: string, slug: string, code: string): string =>
  `${pageAddress(baseUrl, slug)}#${formatCode(code)}`;

/** The address as a person types it: `svar.example.dk`. */
export const typedAddress = (baseUrl: string): string => baseUrl.replace(/^https?:\/\//, "");
