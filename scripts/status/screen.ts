/** The table of `status` on the screen: one line a municipality, with a bar against the target. */
import type { MunicipalityPart, Overview, Part } from "./overview.ts";

const BAR = 20;
const NAME = 24;

const bar = (share: number): string => {
  const full = Math.round(Math.min(1, share) * BAR);
  return "█".repeat(full) + "░".repeat(BAR - full);
};

const percent = (share: number | null): string => (share === null ? "–" : `${(share * 100).toFixed(1)} %`);

/** Never »100 %« for what is not certain. */
const chance = (p: number): string =>
  p >= 0.995 ? "> 99 %" : p < 0.005 ? "< 1 %" : `${Math.round(p * 100)} %`;

function need({ missing, rateNeeded }: MunicipalityPart): string {
  if (missing === 0) return "reached";
  if (rateNeeded === null || rateNeeded > 1) return `${missing} short, out of reach`;
  return `${missing} short: ${percent(rateNeeded)} of those left`;
}

const counts = ({ progress, rate }: Part): string[] => [
  String(progress.invited).padStart(7),
  String(progress.answers).padStart(7),
  percent(rate).padStart(7),
];

function lineOf(part: MunicipalityPart, target: number): string {
  const label = `${part.code} ${part.name}`.padEnd(NAME).slice(0, NAME);
  return [
    label,
    ...counts(part),
    bar(part.progress.answers / target),
    chance(part.plannedChance).padStart(7),
    need(part),
  ].join("  ");
}

/** Heading, a line a municipality, the total. */
export function statusLines({ municipalities, total, target }: Overview): string[] {
  const heading = [
    "municipality".padEnd(NAME),
    "invited",
    "answers".padStart(7),
    "rate".padStart(7),
    `0 to ${target}`.padEnd(BAR),
    "planned",
    `to ${target}`,
  ].join("  ");
  return [
    heading,
    ...municipalities.map((part) => lineOf(part, target)),
    ["all".padEnd(NAME), ...counts(total)].join("  "),
  ];
}
