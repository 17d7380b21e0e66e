/** Working days of a Danish town hall: on other days nobody there sends letters or answers the telephone. */
import { addDays, dayNumber, type IsoDate } from "../dates.ts";

/** Holidays that move with Easter, as days after Easter Sunday (Folkekirken's calendar; store bededag was abolished in 2024). */
const AFTER_EASTER: readonly (readonly [number, string])[] = [
  [-3, "skærtorsdag"],
  [-2, "langfredag"],
  [0, "påskedag"],
  [1, "anden påskedag"],
  [39, "Kristi himmelfartsdag"],
  [49, "pinsedag"],
  [50, "anden pinsedag"],
];

/** Also the days that are none by law but on which public offices are closed by agreement. */
const FIXED: Readonly<Record<string, string>> = {
  "01-01": "nytårsdag",
  "06-05": "grundlovsdag",
  "12-24": "juleaftensdag",
  "12-25": "juledag",
  "12-26": "anden juledag",
  "12-31": "nytårsaftensdag",
};

/**
 * Easter Sunday of the Gregorian calendar (»Anonymous Gregorian algorithm«, Nature 13, 1876, p. 487; J. Meeus, Astronomical
 * Algorithms, chapter 8).
 */
export function easterSunday(year: number): IsoDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30;
  const inCentury = year % 100;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  return addDays(`${year}-03-01`, epact + toSunday - 7 * late + 21);
}

/** Why offices are closed on the day, in Danish; null on a working day. `closedOn("2026-12-26")` is `anden juledag`. */
export function closedOn(day: IsoDate): string | null {
  const easter = easterSunday(Number(day.slice(0, 4)));
  const moving = AFTER_EASTER.find(([days]) => addDays(easter, days) === day)?.[1];
  const holiday = moving ?? FIXED[day.slice(5)];
  if (holiday !== undefined) return holiday;
  // Day 0, 1 January 1970, was a Thursday.
  return { 2: "lørdag", 3: "søndag" }[((dayNumber(day) % 7) + 7) % 7] ?? null;
}

/** The last working day before the day. */
function workingDayBefore(day: IsoDate): IsoDate {
  const before = addDays(day, -1);
  return closedOn(before) === null ? before : workingDayBefore(before);
}

/** When the files of a wave are made: as late as offices are open, so that a reminder knows as many answers as it can. */
export const filesDay = workingDayBefore;

/**
 * When municipalities have reported whom the letters of one day did not reach: the working day before the next files; null
 * where that is no later than the day they were sent, as when waves lie close around Easter.
 */
export function reportDay(sent: IsoDate, next: IsoDate): IsoDate | null {
  const day = workingDayBefore(filesDay(next));
  return day > sent ? day : null;
}
