/** What the sections of a municipality's report are made with: audited results, and how the municipality is called. */
import { concerning, type Correction } from "#survey/corrections.ts";
import { firstScreen, type FirstScreen } from "#survey/presentation/findings.ts";
import { labelsIn, type Labels } from "#survey/presentation/labels.ts";
import { numbersIn, type Numbers } from "#survey/presentation/numbers.ts";
import type { CellReading, DomainReading, Reading } from "#survey/presentation/reading.ts";
import type { LicenceId } from "#survey/licence.ts";
import { RESULT_PAGES } from "#survey/texts/results.ts";
import type { RoundMunicipality } from "#survey/round.ts";

export interface ReportSource {
  reading: Reading;
  /** SHA-256 of the results.json that was audited. */
  fingerprint: string;
  licence: LicenceId;
  /** Where the results pages are. */
  address: string;
  /** What has changed since the results were first shown. */
  corrections: readonly Correction[];
}

export interface ReportContext extends ReportSource {
  code: string;
  /** The municipality's own word for the jobcentre. */
  term: string;
  contact: RoundMunicipality["contact"];
  screen: FirstScreen;
  /** The municipality's own results, and those of everybody. */
  here: DomainReading;
  all: DomainReading;
  labels: Labels;
  numbers: Numbers;
}

/** @throws RangeError when the municipality is not in the results. */
export function contextOf(
  source: ReportSource,
  { code, term, contact }: Pick<RoundMunicipality, "code" | "term" | "contact">,
): ReportContext {
  const { reading } = source;
  const labels = labelsIn("da");
  return {
    ...source,
    corrections: concerning(source.corrections, { municipality: code, measures: null }),
    code,
    term: term ?? labels.jobcentre,
    contact,
    screen: firstScreen(reading, code, "da"),
    here: reading.domain({ municipality: code }),
    all: reading.domain({}),
    labels,
    numbers: numbersIn("da"),
  };
}

/** The corrections that concern the municipality, each with its day, the newest first. */
export const correctionsOf = ({ corrections, numbers }: ReportContext): string[] =>
  corrections.map(({ on, text }) => `${RESULT_PAGES.da.corrections.entry(numbers.date(on))} ${text.da}`);

/** `61 % (58–64)`, with a star when it is uncertain; the word for why there is no number otherwise. */
export function shareOf(cell: CellReading, { labels, numbers }: ReportContext): string {
  if (cell.state !== "shown") return labels.absent(cell.state);
  const { positive } = cell.weighted;
  const limits = numbers.limits(positive, numbers.whole);
  return `${numbers.percent(positive.estimate)}${limits === null ? "" : ` (${limits})`}${cell.uncertain ? " *" : ""}`;
}

/** `58,2 (56,0–60,4)` of the mean. */
export function meanOf(cell: CellReading, { numbers }: ReportContext): string {
  if (cell.state !== "shown") return "";
  const { mean } = cell.weighted;
  const limits = numbers.limits(mean, numbers.score);
  return `${numbers.score(mean.estimate)}${limits === null ? "" : ` (${limits})`}`;
}

export const answersOf = (cell: CellReading, { numbers }: ReportContext): string =>
  cell.state === "shown" ? numbers.count(cell.n) : "";
