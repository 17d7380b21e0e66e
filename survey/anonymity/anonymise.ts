/** Makes a data set k-anonymous with the least loss: broader bands where they pay, then hiding value by value. */
import { exposureOf, type Exposure, type Key, type Person } from "./classes.ts";
import { coarsenings, type Coarsening } from "./coarsen.ts";
import { hideToK, type Required } from "./hide.ts";

export interface Quasi {
  name: string;
  /** Cut points of a banded variable, which may be made broader. */
  cuts?: readonly number[];
}

export interface Anonymised {
  /** The released values of each person, `null` for hidden; or `null` for a person who cannot be in the data set. */
  keys: (Key | null)[];
  /** The bands of each banded variable. */
  coarsening: ReadonlyMap<string, Coarsening>;
  before: Exposure;
  after: Exposure;
  /**
   * Share of what the quasi-identifiers say that is lost: a hidden value counts 1, a value in broader bands the share of cut
   * points that went (normalised certainty penalty, Xu et al. 2006).
   */
  loss: number;
}

/** Every choice of one coarsening a variable, the finest first. */
function choices(variables: readonly Quasi[]): (Coarsening | null)[][] {
  return variables.reduce<(Coarsening | null)[][]>(
    (made, { cuts }) =>
      made.flatMap((chosen) => (cuts ? coarsenings(cuts) : [null]).map((one) => [...chosen, one])),
    [[]],
  );
}

const coarsened = (people: readonly Person[], chosen: readonly (Coarsening | null)[]): Person[] =>
  people.map(({ group, key }) => ({
    group,
    key: key.map((value, i) => (value === null ? null : (chosen[i]?.labels.get(value) ?? value))),
  }));

function lossOf(keys: readonly (Key | null)[], chosen: readonly (Coarsening | null)[]): number {
  const released = keys.filter((key) => key !== null);
  if (released.length === 0 || chosen.length === 0) return 0;
  const lost = released.reduce(
    (sum, key) =>
      sum + key.reduce<number>((own, value, i) => own + (value === null ? 1 : (chosen[i]?.loss ?? 0)), 0),
    0,
  );
  return lost / (released.length * chosen.length);
}

function requireK(released: readonly Person[], { kOf, least }: Required): void {
  const showing = released.filter(({ key }) => key.some((value) => value !== null));
  const { belowK } = exposureOf(showing, kOf);
  const { smallest, people } = exposureOf(released, kOf);
  if (belowK > 0 || (people > 0 && smallest < least)) throw new RangeError("a class has fewer than k people");
}

/**
 * Of all ways to make bands broader, the one that loses least after hiding; the finer one of equals.
 * @param variables the most important first: what stands late is hidden first.
 * @throws RangeError when the result is not k-anonymous, which would be a fault of this module.
 */
export function anonymise(
  people: readonly Person[],
  variables: readonly Quasi[],
  required: Required,
): Anonymised {
  const tried = choices(variables).map((chosen) => {
    const keys = hideToK(coarsened(people, chosen), required);
    return { chosen, keys, loss: lossOf(keys, chosen) };
  });
  const best = tried.reduce((least, one) => (one.loss < least.loss - 1e-12 ? one : least));
  const released = best.keys.flatMap((key, i): Person[] =>
    key === null ? [] : [{ group: people[i]?.group ?? "", key }],
  );
  requireK(released, required);
  return {
    keys: best.keys,
    coarsening: new Map(
      variables.flatMap(({ name }, i) => {
        const one = best.chosen[i];
        return one ? [[name, one] as const] : [];
      }),
    ),
    before: exposureOf(people, required.kOf),
    after: exposureOf(released, required.kOf),
    loss: best.loss,
  };
}

/** For a note on diversity: classes in which everybody has the same value (l = 1), and the people in them. */
export function uniformClasses(people: readonly { class: string; value: string | null }[]): {
  classes: number;
  people: number;
} {
  const classes = new Map<string, Set<string | null>>();
  const sizes = new Map<string, number>();
  for (const { class: name, value } of people) {
    classes.set(name, (classes.get(name) ?? new Set()).add(value));
    sizes.set(name, (sizes.get(name) ?? 0) + 1);
  }
  const uniform = [...classes]
    .filter(([, values]) => values.size === 1)
    .map(([name]) => sizes.get(name) ?? 0);
  return { classes: uniform.length, people: uniform.reduce((sum, n) => sum + n, 0) };
}
