/** The ways in which simulated citizens answer, from the plain to the unlucky. */
import { answersOf, type Answers } from "./opinion.ts";
import type { Random } from "./random.ts";
import { Visit, type Complain, type Invitation, type Ledger } from "./visit.ts";

export interface World {
  base: string;
  random: Random;
  complain: Complain;
}

export const HABITS = [
  "answers part by part",
  "answers without script",
  "presses Enter, mistypes the code, then answers without script",
  "breaks off",
  "sends twice at once",
  "saves arrive late and out of order",
  "changes an answer after sending",
  "starts on one phone and sends from another",
  "sends different answers from two phones",
  "sends and then withdraws",
] as const;
export type Habit = (typeof HABITS)[number];

const HABIT_WEIGHTS: readonly (readonly [Habit, number])[] = [
  ["answers part by part", 58],
  ["answers without script", 9],
  ["presses Enter, mistypes the code, then answers without script", 3],
  ["breaks off", 12],
  ["sends twice at once", 4],
  ["saves arrive late and out of order", 6],
  ["changes an answer after sending", 2],
  ["starts on one phone and sends from another", 3],
  ["sends different answers from two phones", 2],
  ["sends and then withdraws", 1],
];

export const chooseHabit = (random: Random): Habit => random.weighted(HABIT_WEIGHTS);

/** Lets one citizen with this habit answer; the ledger says afterwards what the server acknowledged. */
export async function answer(
  world: World,
  invitation: Invitation,
  ledger: Ledger,
  habit: Habit,
  mood: number,
): Promise<void> {
  const open = () => Visit.open(world.base, invitation, ledger, world.random, world.complain);
  const visit = await open();
  const answers = answersOf(visit.form, { content: mood }, world.random);
  if (Object.keys(answers).length === 0) return;
  switch (habit) {
    case "answers part by part":
      await saveParts(visit, answers, visit.parts.length - 1);
      return visit.sendByScript(answers)();
    case "answers without script":
      await visit.sendByForm(answers, "send");
      return;
    case "presses Enter, mistypes the code, then answers without script":
      return clumsy(world, visit, answers, invitation.code);
    case "breaks off":
      return saveParts(visit, answers, world.random.int(1, visit.parts.length - 1));
    case "sends twice at once":
      return sendTwice(visit, answers);
    case "saves arrive late and out of order":
      return outOfOrder(world, visit, answers);
    case "changes an answer after sending":
      await visit.sendByScript(answers)();
      return visit.sendByScript({ ...answers, q13: "3" })();
    case "starts on one phone and sends from another":
      await saveParts(visit, visit.upTo(answers, 2), 2);
      return (await open()).sendByScript(answers)();
    case "sends different answers from two phones":
      await visit.sendByScript(answers)();
      return (await open()).sendByScript({ ...answers, q1: "5", q2: "5" })();
    case "sends and then withdraws":
      await visit.sendByScript(answers)();
      await visit.optOut(true);
      return visit.sendByScript(answers)();
  }
}

async function saveParts(visit: Visit, answers: Answers, parts: number): Promise<void> {
  for (let part = 1; part <= parts; part++) await visit.save(visit.upTo(answers, part))();
}

async function sendTwice(visit: Visit, answers: Answers): Promise<void> {
  await saveParts(visit, answers, 1);
  const final = visit.sendByScript(answers);
  await Promise.all([final(), final()]);
}

async function clumsy(world: World, visit: Visit, answers: Answers, code: string): Promise<void> {
  const enter = await visit.sendByForm(visit.upTo(answers, 1), "enter");
  if (enter !== 200) world.complain(`Enter answered ${enter}, not the document`);
  const slipped = await visit.sendByForm(
    answers,
    "send",
    code.replace(/^./, (c) => (c === "7" ? "8" : "7")),
  );
  if (slipped === 303) world.complain("a mistyped code was accepted");
  await visit.sendByForm(answers, "send");
}

/** Every save is made in order, delivered in a random one, some twice, some only after the final. */
async function outOfOrder(world: World, visit: Visit, answers: Answers): Promise<void> {
  const saves = visit.parts.map((_, i) => visit.save(visit.upTo(answers, i + 1)));
  const final = visit.sendByScript(answers);
  const [late, early] = [saves.slice(0, 2), saves.slice(2)];
  for (const deliver of world.random.shuffled([...early, ...early.slice(0, 1)])) await deliver();
  await final();
  for (const deliver of world.random.shuffled(late)) await deliver();
}
