/** What an SPSS system file holds. */
import type { IsoDate } from "#survey/dates.ts";

export interface SavVariable {
  /** At most 64 letters, digits and `_`, a letter first. */
  name: string;
  label: string;
  /** Bytes of a text, 1 to 255; absent for a number. */
  width?: number;
  decimals?: number;
  measure: "nominal" | "ordinal" | "scale";
  /** Labels of values, for numbers. */
  labels: readonly { value: number; label: string }[];
  /** Up to three values that say why there is none. */
  missing: readonly number[];
}

/** `null` is SPSS's own »no value« for a number and blank for a text. */
export type SavValue = number | string | null;

export interface SavFile {
  title: string;
  /** Stands in the file as the day it was made. */
  date: IsoDate;
  variables: readonly SavVariable[];
  rows: readonly (readonly SavValue[])[];
}

/** What a code of the compressed data has added to its value. */
export const BIAS = 100;

/** Places of eight bytes that a value of the variable takes. */
export const segmentsOf = ({ width }: SavVariable): number =>
  width === undefined ? 1 : Math.ceil(width / 8);
