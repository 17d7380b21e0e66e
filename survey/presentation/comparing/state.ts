/** What somebody has chosen to compare, as it stands in the address of the page. */
import { GROUP_CHOICES, type GroupChoice } from "./measureFigures.ts";

/** More rows than this beside each other say nothing. */
export const MOST_MUNICIPALITIES = 6;
export const ORDERS = ["navn", "andel"] as const;
export type Order = (typeof ORDERS)[number];

export interface CompareState {
  /** An item or index, or with {@link THEME} before it all items of a theme. */
  question: string;
  group: GroupChoice;
  /** Slugs in the order of the page; none are all. */
  municipalities: readonly string[];
  order: Order;
}

/** `alle-dignity`: every item of the theme. */
export const THEME = "alle-";

/** What can be chosen on the page. */
export interface Choices {
  questions: readonly string[];
  municipalities: readonly string[];
  /** What is shown when nothing is chosen. */
  question: string;
}

const PARAMETERS = { question: "spm", group: "gruppe", municipalities: "kommuner", order: "orden" } as const;

/** The parameters of an address, as URLSearchParams has them. */
export interface Query {
  get(name: string): string | null;
}

/** Reads the query of an address. Whatever is no choice of the page is left out, so any address shows something. */
export function readState(query: Query, choices: Choices): CompareState {
  const question = query.get(PARAMETERS.question);
  const wanted = new Set((query.get(PARAMETERS.municipalities) ?? "").split(","));
  return {
    question: choices.questions.find((one) => one === question) ?? choices.question,
    group: GROUP_CHOICES.find((group) => group === query.get(PARAMETERS.group)) ?? "all",
    municipalities: choices.municipalities.filter((slug) => wanted.has(slug)).slice(0, MOST_MUNICIPALITIES),
    order: ORDERS.find((order) => order === query.get(PARAMETERS.order)) ?? "navn",
  };
}

/** The query of a state, `""` or `?…`: only what differs from what is shown without one. */
export function writeState(
  { question, group, municipalities, order }: CompareState,
  choices: Choices,
): string {
  const parts = [
    question === choices.question ? "" : `${PARAMETERS.question}=${question}`,
    group === "all" ? "" : `${PARAMETERS.group}=${group}`,
    municipalities.length === 0 ? "" : `${PARAMETERS.municipalities}=${municipalities.join(",")}`,
    order === "navn" ? "" : `${PARAMETERS.order}=${order}`,
  ].filter(Boolean);
  return parts.length === 0 ? "" : `?${parts.join("&")}`;
}
