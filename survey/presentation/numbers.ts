/**
 * Numbers as readers of a language write them: `12.345`, `62,4`, `61 %` in Danish, `12,345`, `62.4`, `61%` in English. A
 * minus is U+2212, an interval has an en dash, and what belongs together is not broken over two lines.
 */
import { dateInWords, LANGUAGE_FACTS } from "../languages.ts";
import type { ResultLanguage } from "./language.ts";

/** An estimate with the limits of its 95 % interval; the limits are null when the variance is not defined. */
export interface Interval {
  estimate: number;
  low: number | null;
  high: number | null;
}

export type NumberFormat = (value: number) => string;

export interface Numbers {
  /** `12.345` */
  count: NumberFormat;
  /** `61`: a whole percent without its sign, for a column or an interval. */
  whole: NumberFormat;
  /** `61 %`, of a whole percent. */
  percent: NumberFormat;
  /** `62,4`: a score on 0 to 100. */
  score: NumberFormat;
  /** `1,27`: a ratio such as the design effect. */
  ratio: NumberFormat;
  /** `+4`, `−3`, `0`: a difference of whole points. */
  signed: NumberFormat;
  /** `4 procentpoint`, `1 percentage point`: the size of a difference of shares. */
  points: NumberFormat;
  /** `under 5`: what is said instead of a number that is withheld because it is small. */
  under: NumberFormat;
  /** `58–64`; between limits of which one is below 0 `−3 til 4`. `null` where the interval is not defined. */
  limits: (interval: Interval, format: NumberFormat) => string | null;
  /** `31. august 2026` of the day `2026-08-31`. */
  date: (day: string) => string;
}

const HARD_SPACE = "\u00a0";
const MINUS = "\u2212";

interface Words {
  percentSign: string;
  point: string;
  points: string;
  under: string;
  to: string;
}

const WORDS: Readonly<Record<ResultLanguage, Words>> = {
  da: {
    percentSign: `${HARD_SPACE}%`,
    point: "procentpoint",
    points: "procentpoint",
    under: "under",
    to: "til",
  },
  en: {
    percentSign: "%",
    point: "percentage point",
    points: "percentage points",
    under: "under",
    to: "to",
  },
};

const decimals = (locale: string, digits: number, sign: "auto" | "exceptZero" = "auto"): NumberFormat => {
  const format = new Intl.NumberFormat(locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: sign,
  });
  return (value) => format.format(value).replace("-", MINUS);
};

/** Both limits, or `null`. */
const between = ({ low, high }: Interval, format: NumberFormat): [string, string] | null =>
  low === null || high === null ? null : [format(low), format(high)];

function numbersOf(language: ResultLanguage): Numbers {
  const { locale } = LANGUAGE_FACTS[language];
  const { percentSign, point, points, under, to } = WORDS[language];
  const whole = decimals(locale, 0);
  return {
    count: whole,
    whole,
    percent: (value) => `${whole(value)}${percentSign}`,
    score: decimals(locale, 1),
    ratio: decimals(locale, 2),
    signed: decimals(locale, 0, "exceptZero"),
    points: (value) => `${whole(Math.abs(value))} ${Math.abs(value) === 1 ? point : points}`,
    under: (value) => `${under} ${whole(value)}`,
    limits: (interval, format) => {
      const ends = between(interval, format);
      const dash = (interval.low ?? 0) < 0 ? ` ${to} ` : "–";
      return ends && ends.join(dash);
    },
    date: (day) => dateInWords(day, language),
  };
}

const NUMBERS: Readonly<Record<ResultLanguage, Numbers>> = { da: numbersOf("da"), en: numbersOf("en") };

/** How numbers are written in a language. */
export const numbersIn = (language: ResultLanguage): Numbers => NUMBERS[language];
