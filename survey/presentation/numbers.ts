/** Numbers as Danish readers write them: decimal comma, point between thousands, a hard space before %. */
const LOCALE = "da-DK";
const HARD_SPACE = "\u00a0";
const whole = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 });
const oneDecimal = new Intl.NumberFormat(LOCALE, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const twoDecimals = new Intl.NumberFormat(LOCALE, { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** `12.345` */
export const count = (value: number): string => whole.format(value);

/** `61 %`, of a whole percent. */
export const percent = (value: number): string => `${whole.format(value)}${HARD_SPACE}%`;

/** `62,4`: a score on 0 to 100. */
export const score = (value: number): string => oneDecimal.format(value);

/** `1,27`: a ratio such as the design effect. */
export const ratio = (value: number): string => twoDecimals.format(value);

/** An estimate with the limits of its interval; the limits are null when the variance is not defined. */
export interface Interval {
  estimate: number;
  low: number | null;
  high: number | null;
}

/** `58–64`, or `null` where the interval is not defined. */
export function limits({ low, high }: Interval, format: (value: number) => string): string | null {
  return low === null || high === null ? null : `${format(low)}–${format(high)}`;
}

/** The limits for a sentence, each with its own format: `["58", "64 %"]`; `null` where the interval is not defined. */
export function range(
  { low, high }: Interval,
  formatLow: (value: number) => string,
  formatHigh: (value: number) => string,
): [low: string, high: string] | null {
  return low === null || high === null ? null : [formatLow(low), formatHigh(high)];
}
