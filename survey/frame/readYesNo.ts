/** Yes and no in every mix that extracts hold: Ja/nej, J/N, true/false, sand/falsk, 1/0, and a lone x for yes. */
import { textOf, type Cell } from "./cells.ts";
import { fold } from "./fold.ts";

const YES = new Set(["ja", "j", "yes", "y", "true", "sand", "sandt", "1", "x"]);
const NO = new Set(["nej", "n", "no", "false", "falsk", "0"]);

export type YesNo = "yes" | "no" | "empty" | "unreadable";

export function readYesNo(cell: Cell | undefined): YesNo {
  if (typeof cell === "string") {
    // Almost every cell is one of a few words: folding them one by one is what costs.
    const small = cell.toLowerCase();
    if (YES.has(small)) return "yes";
    if (NO.has(small)) return "no";
  }
  const shown = textOf(cell);
  const text = shown === "" ? "" : fold(shown);
  if (text === "") return "empty";
  if (YES.has(text)) return "yes";
  return NO.has(text) ? "no" : "unreadable";
}
