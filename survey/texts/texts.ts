import type { da } from "./da.ts";

/** The shape of a table: every text becomes any text, every list keeps its length. */
type Words<T> = T extends string ? string : { readonly [K in keyof T]: Words<T[K]> };

/** The words of one language. */
export type Texts = Words<typeof da>;
