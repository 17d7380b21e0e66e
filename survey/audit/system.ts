/**
 * What an attacker writes down: an unknown for each withheld number, an equation for each sum of which the other numbers
 * are published. The auditor shares no code with the suppressor; it reads what is published and tries to undo it.
 */

/** A withheld number and what is known of it beforehand. */
export interface Unknown {
  id: string;
  lower: number;
  upper: number;
  /** It is withheld for its own sake, and not to protect another. */
  secret: boolean;
  /** A sum of fewer answers than this must not be found. */
  threshold: number;
}

/** Σ factor · unknown = value, give or take `slack` (rounding). */
export interface Equation {
  places: readonly number[];
  factors: readonly number[];
  value: number;
  slack: number;
}

export interface System {
  unknowns: readonly Unknown[];
  equations: readonly Equation[];
}

/** Splits a system into those that have no unknown in common. Unknowns that no equation has are left out. */
export function parts({ unknowns, equations }: System): System[] {
  const root = unknowns.map((_, place) => place);
  const find = (place: number): number => {
    let at = place;
    while (root[at] !== at) at = root[at] = root[root[at] ?? at] ?? at;
    return at;
  };
  for (const { places } of equations) {
    for (const place of places) root[find(place)] = find(places[0] ?? place);
  }
  const groups = new Map<number, Equation[]>();
  for (const equation of equations) {
    const [first] = equation.places;
    if (first === undefined) continue;
    const group = groups.get(find(first)) ?? [];
    groups.set(find(first), group);
    group.push(equation);
  }
  return [...groups.values()].map((own) => restricted(unknowns, own));
}

function restricted(unknowns: readonly Unknown[], equations: readonly Equation[]): System {
  const used = [...new Set(equations.flatMap(({ places }) => places))].toSorted((a, b) => a - b);
  const place = new Map(used.map((old, now) => [old, now]));
  return {
    unknowns: used.flatMap((old) => unknowns[old] ?? []),
    equations: equations.map((equation) => ({
      ...equation,
      places: equation.places.map((old) => place.get(old) ?? 0),
    })),
  };
}
