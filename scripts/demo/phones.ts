/**
 * Phone numbers that ring nobody: 67 and 68 are spare in the Danish numbering plan, +46 70 174 06 05–99 and
 * +49 171 39200 00–99 are set aside for fiction by the Swedish and German authorities.
 */
import type { Random } from "./random.ts";

type Kind = "danish" | "none" | "swedish" | "german" | "placeholder" | "cut";

const KINDS: readonly (readonly [Kind, number])[] = [
  ["danish", 82],
  ["none", 13],
  ["swedish", 0.7],
  ["german", 0.4],
  ["placeholder", 3],
  ["cut", 0.9],
];
const PLACEHOLDERS = ["12345678", "00000000", "11111111"];

const digits = (random: Random, length: number): string =>
  random
    .int(0, 10 ** length - 1)
    .toString()
    .padStart(length, "0");

const NUMBERS: Record<Kind, (random: Random) => string> = {
  danish: (random) => `${random.pick(["67", "68"])}${digits(random, 6)}`,
  none: () => "",
  swedish: (random) => `+46 70 174 06 ${random.int(10, 99)}`,
  german: (random) => `0049 171 39200${digits(random, 2)}`,
  placeholder: (random) => random.pick(PLACEHOLDERS),
  cut: (random) => `67${digits(random, 5)}`,
};

export const syntheticPhone = (random: Random): string => NUMBERS[random.weighted(KINDS)](random);
