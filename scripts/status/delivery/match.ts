/** Finds the respondent that each row of a delivery report names: by CPR number, by personal code, by phone. */
import { tokenFor, type HmacKey } from "#db/keys.ts";
import type { DeliveryOutcome } from "#survey/contact/delivery.ts";
import type { DeliveryRow } from "#survey/contact/readDelivery.ts";
import { parsePhone } from "#survey/phone.ts";
import type { Effects } from "../../effects.ts";
import type { Identity } from "../../letters/identities.ts";

/** `unknown`: nobody in the sample. `two`: the row's columns name different people. `shared`: several have the phone. */
export type MatchFault = "unknown" | "two" | "shared";

/** Respondent numbers by each way of naming a person. */
export interface PeopleIndex {
  byCpr: ReadonlyMap<string, string>;
  byCode: ReadonlyMap<string, string>;
  /** A family may share a number. */
  byPhone: ReadonlyMap<string, readonly string[]>;
}

/** What is true of a number, whoever has it. */
const OF_THE_NUMBER: ReadonlySet<DeliveryOutcome> = new Set(["delivered", "phoneDead"]);

const STEP = 500;

/** Codes are derived only when a row has one: half a minute for the whole country. */
export async function peopleIndex(
  identities: ReadonlyMap<string, Identity>,
  tokenKey: HmacKey,
  needsCodes: boolean,
  effects: Pick<Effects, "progress">,
): Promise<PeopleIndex> {
  const byCpr = new Map(Array.from(identities, ([respondent, { cpr }]) => [cpr, respondent]));
  const byPhone = new Map<string, string[]>();
  for (const [respondent, { phone }] of identities) {
    const parsed = parsePhone(phone);
    if (parsed.ok) byPhone.set(parsed.phone, [...(byPhone.get(parsed.phone) ?? []), respondent]);
  }
  const byCode = needsCodes ? await codesOf([...identities.keys()], tokenKey, effects) : new Map();
  return { byCpr, byCode, byPhone };
}

async function codesOf(
  respondents: readonly string[],
  tokenKey: HmacKey,
  effects: Pick<Effects, "progress">,
): Promise<Map<string, string>> {
  const codes = new Map<string, string>();
  const progress = effects.progress("Koder", respondents.length);
  for (let start = 0; start < respondents.length; start += STEP) {
    const slice = respondents.slice(start, start + STEP);
    const derived = await Promise.all(slice.map((respondent) => tokenFor(tokenKey, respondent)));
    derived.forEach((code, i) => codes.set(code, slice[i] ?? ""));
    progress.update(Math.min(start + STEP, respondents.length));
  }
  progress.stop();
  return codes;
}

/**
 * Everybody that the row speaks of. A phone is used only where neither CPR number nor code stands; a dead phone is dead for
 * all who share it, a message received is received; anything else said of a shared phone is said of nobody in particular.
 */
export function peopleOf(row: DeliveryRow, index: PeopleIndex): readonly string[] | MatchFault {
  const named = [
    ...(row.cpr === null ? [] : [index.byCpr.get(row.cpr)]),
    ...(row.code === null ? [] : [index.byCode.get(row.code)]),
  ];
  if (named.length > 0) {
    const [first] = named;
    if (first === undefined || named.includes(undefined)) return "unknown";
    return named.every((respondent) => respondent === first) ? [first] : "two";
  }
  const sharing = row.phone === null ? [] : (index.byPhone.get(row.phone) ?? []);
  if (sharing.length === 0) return "unknown";
  return sharing.length === 1 || OF_THE_NUMBER.has(row.outcome) ? sharing : "shared";
}
