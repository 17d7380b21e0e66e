/** The merge fields of one letter and how they fill its text. */
export const LETTER_FIELDS = ["Navn", "Link", "Kode", "Svarfrist"] as const;
type LetterField = (typeof LETTER_FIELDS)[number];

/** The values of one letter's merge fields. */
export type LetterFields = Readonly<Record<LetterField, string>>;

const isField = (name: string): name is LetterField => LETTER_FIELDS.some((field) => field === name);

/** The text with its `«Navn»` filled in; a field that no letter has stays as it is. */
export const filled = (text: string, fields: LetterFields): string =>
  text.replaceAll(/«(\w+)»/g, (hole, name: string) => (isField(name) ? fields[name] : hole));
