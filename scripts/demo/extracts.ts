/**
 * The demo's extracts: what nine municipalities of very different size would send for one quarter, as the files they would
 * send. Deterministic: the same seed and round give the same bytes. All CPR numbers, names and phone numbers are made up.
 */
import { addDays } from "#survey/dates.ts";
import { municipalityOf } from "#survey/municipalities.ts";
import { roundSchema, type RoundInput } from "#survey/round.ts";
import { deliver } from "./deliver.ts";
import { habitOf } from "./delivery.ts";
import { demoPeople, type DemoPerson } from "./people.ts";
import { createRandom, type Random } from "./random.ts";

export interface DemoExtract {
  municipality: string;
  /** As it goes into `extracts/`. */
  name: string;
  bytes: Uint8Array;
  /** People's rows in it. */
  rows: number;
}

/** Share of a municipality that stands in its own file twice, with an earlier benefit. */
const TWICE = 0.006;
/** Share that another municipality delivers too: people who moved in the quarter. */
const MOVED = 0.002;

/**
 * @param options `seed` any text; `round` what the files are for; `municipalities` codes, those of the round by default
 */
export async function demoExtracts(options: {
  seed: string;
  round: RoundInput;
  municipalities?: readonly string[];
}): Promise<DemoExtract[]> {
  const round = roundSchema.parse(options.round);
  const codes = options.municipalities ?? round.municipalities.map(({ code }) => code);
  const used = new Set<string>();
  const people = new Map<string, DemoPerson[]>();
  for (const code of codes) {
    const inhabitants = municipalityOf(code)?.inhabitants2020;
    if (inhabitants === undefined) throw new RangeError(`unknown municipality ${code}`);
    const random = createRandom(`${options.seed}/people/${code}`);
    people.set(code, demoPeople({ random, used }, inhabitants, round));
  }
  repeatSome(people, createRandom(`${options.seed}/repeats`));

  const extracts: DemoExtract[] = [];
  for (const [code, own] of people) {
    const habit = habitOf(code, municipalityOf(code)?.name ?? code);
    const random = createRandom(`${options.seed}/delivery/${code}`);
    const sorted = own.toSorted((a, b) => Number(a.cpr > b.cpr) - Number(a.cpr < b.cpr));
    const bytes = await deliver({ habit, code, people: sorted, random, date: round.referenceDate });
    extracts.push({ municipality: code, name: habit.fileName, bytes, rows: own.length });
  }
  return extracts;
}

/** Adds rows of people who had an earlier benefit in the quarter, here or in the municipality they moved from. */
function repeatSome(people: ReadonlyMap<string, DemoPerson[]>, random: Random): void {
  const sizes = Array.from(people.values(), (group) => [group, group.length] as const);
  for (const own of people.values()) {
    const others = sizes.filter(([group]) => group !== own);
    const once = own.slice();
    for (const person of once) {
      if (random.chance(TWICE)) own.push(earlier(person, random));
      if (others.length > 0 && random.chance(MOVED)) random.weighted(others).push(earlier(person, random));
    }
  }
}

const earlier = (person: DemoPerson, random: Random): DemoPerson => ({
  ...person,
  benefit: random.pick(["sygedagpenge", "dagpenge"]),
  transition: addDays(person.transition, -random.int(30, 300)),
  finished: true,
});
