/** What a simulated citizen thinks: answers that hang together as real ones do, from the choices the page offers. */
import type { Field, Form } from "./form.ts";
import type { Random } from "./random.ts";

/** Field name → value, as a form posts it. Fields that are not answered are absent. */
export type Answers = Record<string, string>;

export interface Mood {
  /** How content this person is, in standard deviations above the middle. */
  content: number;
}

const ITEM_SD = 0.8;
const DONT_KNOW = 0.04;
const SKIPPED = 0.015;
const NO_INTERVIEW = 0.07;
const WRITES_TEXT = 0.35;
/** Between the codes 1 to 5 on the scale of contentment. */
const CUT_POINTS = [1.3, 0.35, -0.45, -1.2];
/** Items that come out better or worse for everybody; unlisted ones are in the middle. */
const ITEM_SHIFT: Readonly<Record<string, number>> = {
  q1: 0.45,
  q3: -0.1,
  q7: 0.5,
  q8: 0.2,
  q11: -0.75,
  q12: -0.45,
};

const COMMENTS = [
  "Min sagsbehandler lytter, og vi laver en plan sammen.",
  "Jeg har haft fire forskellige sagsbehandlere på et år.",
  "Der går for lang tid, før jeg får svar på mine spørgsmål.",
  "Samtalerne er gode, men tilbuddene passer ikke til min situation.",
  "Jeg ville gerne have haft hjælp tidligere.\nDet havde gjort en forskel.",
  "Færre breve og flere samtaler, tak.",
  "-1 til ventetiden, ellers godt.",
  "Alt fungerede fint: »godt gået«, og tak for hjælpen!",
];

const isClosedItem = (field: Field): boolean => /^q\d+$/.test(field.name) && field.kind === "radio";

/** What the person would answer to every field of the form, given time. */
export function answersOf(form: Form, mood: Mood, random: Random): Answers {
  const answers: Answers = {};
  for (const field of form.fields) {
    const value = answerTo(field, mood, random);
    if (value !== null) answers[field.name] = value;
  }
  return answers;
}

function answerTo(field: Field, mood: Mood, random: Random): string | null {
  if (field.kind === "textarea") return random.chance(WRITES_TEXT) ? random.pick(COMMENTS) : null;
  if (field.kind === "checkbox") return random.chance(NO_INTERVIEW) ? (field.values[0] ?? null) : null;
  if (field.kind !== "radio" || random.chance(SKIPPED)) return null;
  if (!isClosedItem(field)) return random.pick(field.values);
  if (random.chance(DONT_KNOW)) return field.values.at(-1) ?? null;
  const feeling = mood.content + (ITEM_SHIFT[field.name] ?? 0) + ITEM_SD * random.normal();
  const place = CUT_POINTS.filter((cut) => feeling < cut).length;
  return field.values[place] ?? null;
}
