/** Which items clearly differ from everybody together, and which get the most and the fewest positive answers. */
import { extremes, standouts, type Extremes, type Standout, type Standouts } from "../compare.ts";
import { OVERALL, type DomainReading } from "../reading.ts";
import type { Answer, Speech } from "./speech.ts";

export interface StandoutList {
  lead: string;
  entries: readonly string[];
}

export interface Standing extends Answer, Standouts {
  /** Clearly above, then clearly below; empty ones are left out. */
  lists: readonly StandoutList[];
  extremes: Extremes | null;
}

/** More would bury the point; the rest is in the tables. */
const LISTED = 3;

/** All items but the overall satisfaction, which has an answer of its own. */
const othersOf = ({ reading }: Speech) => reading.items.map(({ id }) => id).filter((id) => id !== OVERALL);

function leadOf({ higher, lower, compared }: Standouts, all: number, speech: Speech): string {
  const { words, labels, numbers, whole } = speech;
  const [best, weakest] = [higher[0], lower[0]].map((one) => one && labels.short(one.item));
  if (best !== undefined && weakest !== undefined) return words.standouts.both(whole.plain, best, weakest);
  if (best !== undefined) return words.standouts.higher(whole.plain, best);
  if (weakest !== undefined) return words.standouts.lower(whole.plain, weakest);
  if (compared === 0) return words.standouts.nothingToCompare;
  if (compared === all) return words.standouts.none(whole.from);
  return compared === 1
    ? words.standouts.notTheOne(whole.from)
    : words.standouts.noneOf(numbers.count(compared), whole.from);
}

function listOf(
  lead: string,
  found: readonly Standout[],
  { words, labels, numbers }: Speech,
): StandoutList[] {
  if (found.length === 0) return [];
  const entries = found
    .slice(0, LISTED)
    .map(({ item, share, reference }) =>
      words.standouts.entry(labels.short(item), numbers.percent(share), numbers.percent(reference)),
    );
  const rest = found.length - LISTED;
  return [{ lead, entries: rest > 0 ? [...entries, words.standouts.more(rest)] : entries }];
}

/** The best and the weakest items of a domain in a sentence; `null` where their intervals do not separate them. */
export function extremesOf(domain: DomainReading, speech: Speech): (Extremes & { sentence: string }) | null {
  const { words, labels, numbers } = speech;
  const found = extremes(othersOf(speech), domain);
  if (!found) return null;
  const [best, weakest] = [found.best, found.weakest].map(({ items, share }) => ({
    items: items.map((item) => labels.short(item)),
    share: numbers.percent(share),
  }));
  return best && weakest ? { ...found, sentence: words.standouts.extremes(best, weakest) } : null;
}

export function standingOf(here: DomainReading, speech: Speech): Standing {
  const { reading, words, whole } = speech;
  const items = othersOf(speech);
  const alone = reading.whole === "alone";
  const found = alone ? { higher: [], lower: [], compared: 0 } : standouts(items, here, reading.domain({}));
  const ends = extremesOf(here, speech);
  const lead = alone ? (ends?.sentence ?? words.standouts.noExtremes) : leadOf(found, items.length, speech);
  const lists = [
    ...listOf(words.standouts.above(whole.than), found.higher, speech),
    ...listOf(words.standouts.below(whole.than), found.lower, speech),
  ];
  const details = ends && !alone ? [ends.sentence] : [];
  return { heading: words.standouts.heading, lead, details, ...found, lists, extremes: ends };
}
