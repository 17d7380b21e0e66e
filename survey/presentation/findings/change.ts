/** How satisfaction has changed since the latest earlier round. */
import type { Change, Results } from "../../results.ts";
import { changeSince, directionOf } from "../compare.ts";
import { periodIn } from "../period.ts";
import { OVERALL, type DomainReading } from "../reading.ts";
import { sizeLimits, type Speech } from "./speech.ts";

export interface Since {
  /** `null` where there is nothing to compare with. */
  change: Change | null;
  lead: string;
  details: readonly string[];
}

type Earlier = Results["trend"][number];

/** Why there is no change to tell. */
function without(earlier: Earlier, isEverybody: boolean, period: string, { words }: Speech): string {
  if (earlier.notComparable.includes(OVERALL)) return words.change.notComparable(period);
  if (isEverybody && !earlier.sameMunicipalities) return words.change.otherMunicipalities(period);
  return words.change.absent(period);
}

export function changeOf(domain: DomainReading, isEverybody: boolean, speech: Speech): Since {
  const { reading, words, numbers, language } = speech;
  const [earlier] = reading.results.trend;
  if (!earlier) return { change: null, lead: words.change.noEarlier, details: [] };
  const period = periodIn(language, earlier.period);
  const change = changeSince(domain.cell(OVERALL), earlier.since);
  if (!change) return { change, lead: without(earlier, isEverybody, period, speech), details: [] };
  const direction = directionOf(change);
  if (direction === "notComparable") return { change, lead: words.change.undefined(period), details: [] };
  const points = numbers.points(change.positive.estimate);
  const limits = sizeLimits(change.positive, numbers);
  const lead = {
    higher: () => words.change.up(period, points),
    lower: () => words.change.down(period, points),
    notDifferent: () => words.change.same(period),
  }[direction]();
  return { change, lead, details: limits ? [words.change.interval(...limits)] : [] };
}
