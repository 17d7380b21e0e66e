/**
 * Benefits as data (`data/benefits.json`): target group, duration rule, spellings, from when to when, and the source.
 * An unknown benefit is never put in a group; a known one outside the four groups is excluded, not an error.
 */
import register from "./data/benefits.json" with { type: "json" };
import { daysBetween, monthsBetween, type IsoDate } from "./dates.ts";
import { fold } from "./frame/fold.ts";
import { TARGET_GROUPS, type TargetGroup } from "./targetGroups.ts";

/** How long somebody must have been on the benefit: whole weeks of seven days, or whole calendar months. */
export interface Minimum {
  unit: "weeks" | "months";
  count: number;
}

export interface Benefit {
  id: string;
  /** The Danish name, as the template offers it. */
  name: string;
  /** Null: known, but outside the four groups. */
  targetGroup: TargetGroup | null;
  /** Null exactly when the target group is. */
  minimum: Minimum | null;
  /** First and last day it exists; null is open. */
  from: IsoDate | null;
  to: IsoDate | null;
  /** Nobody starts on it from this day. */
  closedToNewFrom: IsoDate | null;
  /** What files call it; with categories, only together with one of them. */
  phrases: readonly string[];
  /** Visitation categories, one of which must be given. */
  categories: readonly string[];
  sources: readonly string[];
}

const targetGroupOf = (text: string | null): TargetGroup | null =>
  TARGET_GROUPS.find((group) => group === text) ?? null;

const minimumOf = (minimum: { unit: string; count: number } | null): Minimum | null =>
  minimum && { unit: minimum.unit === "months" ? "months" : "weeks", count: minimum.count };

export const BENEFITS: readonly Benefit[] = register.benefits.map((entry) => ({
  ...entry,
  targetGroup: targetGroupOf(entry.targetGroup),
  minimum: minimumOf(entry.minimum),
}));

/** The benefits that exist on some day from `from` to `to`. */
export const benefitsBetween = (from: IsoDate, to: IsoDate): Benefit[] =>
  BENEFITS.filter((b) => (b.from === null || b.from <= to) && (b.to === null || b.to >= from));

/** `category`: a benefit such as kontanthjælp without its visitation category. `expired`: it existed, but not then. */
export type BenefitFault = "empty" | "unknown" | "category" | "expired";
export type Classified = { ok: true; benefit: Benefit } | { ok: false; reason: BenefitFault };

/** Every folded spelling of a benefit: the name, and each phrase alone or with each category before or after it. */
export function spellingsOf(benefit: Benefit): string[] {
  const phrases = benefit.phrases.map(fold);
  const categories = benefit.categories.map(fold);
  const spellings =
    categories.length === 0
      ? phrases
      : phrases.flatMap((p) => categories.flatMap((c) => [`${p} ${c}`, `${c} ${p}`, `${c} paa ${p}`]));
  return [...new Set([fold(benefit.name), ...spellings])];
}

/** Numbers that systems put before a name: »2.2 Kontanthjælp«, »LAB § 6, nr. 2: Kontanthjælp«. */
const withoutNumbering = (folded: string): string => folded.replace(/^(lab )?((nr )?\d+ )+/, "");

/**
 * A classifier for the benefits that exist on some day from `from` to `to`. `classify(benefit, category)` reads the two
 * cells (the second may be empty): together they must be a known spelling, or the benefit alone when it has no category.
 */
export function createClassifier(
  from: IsoDate,
  to: IsoDate,
): (benefit: string, category: string) => Classified {
  const valid = new Set(benefitsBetween(from, to));
  const known = new Map<string, Benefit>();
  const expired = new Set<string>();
  const needsCategory = new Set<string>();
  const categories = new Set<string>(BENEFITS.flatMap((benefit) => benefit.categories.map(fold)));
  for (const benefit of BENEFITS) {
    for (const spelling of spellingsOf(benefit)) {
      if (valid.has(benefit)) known.set(spelling, benefit);
      else expired.add(spelling);
    }
    if (benefit.categories.length === 0) continue;
    const place = valid.has(benefit) ? needsCategory : expired;
    for (const phrase of benefit.phrases) place.add(fold(phrase));
  }
  const faultOf = (texts: readonly string[]): BenefitFault => {
    if (texts.every((text) => text === "")) return "empty";
    if (texts.some((text) => needsCategory.has(text))) return "category";
    return texts.some((text) => expired.has(text)) ? "expired" : "unknown";
  };
  /** »Kontanthjælp, jobparat« in one column and »Aktivitetsparat« in the other. */
  const contradicts = (benefit: Benefit, category: string): boolean =>
    benefit.categories.length > 0 &&
    categories.has(category) &&
    !benefit.categories.map(fold).includes(category);
  const classify = (benefit: string, category: string): Classified => {
    const texts = [`${fold(benefit)} ${fold(category)}`.trim(), fold(benefit)].map(withoutNumbering);
    const found = texts.map((text) => known.get(text)).find((entry) => entry !== undefined);
    if (!found) return { ok: false, reason: faultOf(texts) };
    return contradicts(found, fold(category))
      ? { ok: false, reason: "category" }
      : { ok: true, benefit: found };
  };
  // A file has a few dozen spellings in tens of thousands of rows.
  const classified = new Map<string, Map<string, Classified>>();
  return (benefit, category) => {
    const before = classified.get(benefit)?.get(category);
    if (before !== undefined) return before;
    const found = classify(benefit, category);
    const others = classified.get(benefit) ?? new Map<string, Classified>();
    classified.set(benefit, others.set(category, found));
    return found;
  };
}

/** Whether somebody who came to the benefit on `transition` has been on it long enough on `until`. */
export function longEnough(minimum: Minimum, transition: IsoDate, until: IsoDate): boolean {
  return minimum.unit === "months"
    ? monthsBetween(transition, until) >= minimum.count
    : daysBetween(transition, until) >= minimum.count * 7;
}
