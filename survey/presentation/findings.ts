/**
 * What the results show, in sentences that go on a page, in a report and on a slide: the three answers that a leader looks
 * for first (how satisfied, compared with whom, what stands out), and the same for everybody together. A sentence claims a
 * difference only where survey/presentation/compare.ts finds one.
 */
import { municipalityOf } from "../municipalities.ts";
import { RESULT_FINDINGS } from "../texts/results.ts";
import { compareShares, type Verdict } from "./compare.ts";
import { changeOf, type Since } from "./findings/change.ts";
import { referenceOf, type Reference } from "./findings/reference.ts";
import { absenceOf, satisfactionOf, type Satisfaction } from "./findings/satisfaction.ts";
import { speechOf, type Answer, type Speech } from "./findings/speech.ts";
import { extremesOf, standingOf, type Standing } from "./findings/standing.ts";
import type { ResultLanguage } from "./language.ts";
import { hasResults, OVERALL, type AbsentCell, type MunicipalityEntry, type Reading } from "./reading.ts";

export type { Answer, Reference, Satisfaction, Since, Standing };

export interface Comparison extends Answer {
  reference: Reference;
  since: Since;
}

export interface FirstScreen {
  entry: MunicipalityEntry;
  /** `Aarhus Kommune` */
  fullName: string;
  /** Set when no result of the municipality itself is shown: why. The answers below then say so one by one. */
  nothing: { heading: string; text: string } | null;
  /** Set when there are results on few answers: that all of them are uncertain. */
  caution: string | null;
  satisfaction: Satisfaction;
  /** Everybody together in the lead, the latest earlier round in `since`. */
  comparison: Comparison;
  standing: Standing;
}

/** Why nothing of a municipality is shown: what its overall satisfaction says, which stands for the rest. */
function nothingOf({ name }: MunicipalityEntry, cell: AbsentCell, { words }: Speech): FirstScreen["nothing"] {
  const { heading, ...reasons } = words.nothing;
  return {
    heading: heading(name),
    text: reasons[cell.state === "withheld" ? cell.reason : cell.state](name),
  };
}

/**
 * The first screen of a municipality.
 * @throws RangeError when the municipality is not in the results.
 */
export function firstScreen(reading: Reading, municipality: string, language: ResultLanguage): FirstScreen {
  const entry = reading.municipality(municipality);
  if (!entry) throw new RangeError(`no results of municipality ${municipality}`);
  const speech = speechOf(reading, language);
  const { words, numbers } = speech;
  const domain = reading.domain({ municipality });
  const cell = domain.cell(OVERALL);
  const shown = hasResults(reading, domain);
  const reference = referenceOf(domain, speech);
  const since = changeOf(domain, false, speech);
  const { heading } = words.comparison;
  return {
    entry,
    fullName: municipalityOf(municipality)?.fullName ?? entry.name,
    nothing: shown || cell.state === "shown" ? null : nothingOf(entry, cell, speech),
    caution:
      shown && entry.uncertain && entry.answers !== null
        ? words.caution(entry.name, numbers.count(entry.answers))
        : null,
    satisfaction: satisfactionOf(domain, entry, speech),
    comparison: { heading, lead: reference.lead, details: reference.details, reference, since },
    standing: standingOf(domain, speech),
  };
}

export interface Overview {
  satisfaction: Satisfaction;
  since: Since;
  /** How many municipalities are clearly above and below everybody together, of those that can be compared. */
  municipalities: Answer & { higher: number; lower: number; compared: number };
  items: Answer;
}

function municipalitiesOf(speech: Speech): Overview["municipalities"] {
  const { reading, words, numbers } = speech;
  const all = reading.domain({}).cell(OVERALL);
  const verdicts = reading.municipalities.map(({ code }) =>
    compareShares(reading.domain({ municipality: code }).cell(OVERALL), all),
  );
  const withVerdict = (verdict: Verdict): number => verdicts.filter((one) => one === verdict).length;
  const [higher, lower] = [withVerdict("higher"), withVerdict("lower")];
  const compared = verdicts.length - withVerdict("notComparable");
  const { heading, alone, none: nobody, same, some, rest } = words.municipalities;
  const lead = (): string => {
    if (reading.whole === "alone") return alone;
    if (compared === 0) return nobody;
    const n = numbers.count(compared);
    return higher + lower === 0 ? same(n) : some(n, higher, lower);
  };
  const details = higher + lower > 0 && higher + lower < compared ? [rest] : [];
  return { heading, lead: lead(), details, higher, lower, compared };
}

/** What is to be said of everybody together. */
export function overview(reading: Reading, language: ResultLanguage): Overview {
  const speech = speechOf(reading, language);
  const domain = reading.domain({});
  const { answers, responseRate } = reading.results.national;
  const ends = extremesOf(domain, speech);
  return {
    satisfaction: satisfactionOf(domain, { answers, responseRate, uncertain: false }, speech),
    since: changeOf(domain, true, speech),
    municipalities: municipalitiesOf(speech),
    items: {
      heading: speech.words.items.heading,
      lead: ends?.sentence ?? speech.words.standouts.noExtremes,
      details: [],
    },
  };
}

/** Why a cell has no number, in a sentence of a language. */
export const absence = (cell: AbsentCell, language: ResultLanguage): string =>
  absenceOf(cell, RESULT_FINDINGS[language]);
