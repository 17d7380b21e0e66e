/** What the template, the quality workbook and messages call a column. */
import type { Field } from "./fields.ts";

export const FIELD_LABELS: Readonly<Record<Field, string>> = {
  cpr: "CPR-nr.",
  benefit: "Ydelse",
  category: "Visitationskategori",
  transition: "Dato for overgang til aktuel ydelse",
  interview: "Dato for seneste samtale",
  finished: "Afsluttet forløb",
  phone: "Telefonnr.",
  passive: "Passiv",
  name: "Navn",
  firstName: "Fornavn",
  lastName: "Efternavn",
  municipality: "Kommune",
};
