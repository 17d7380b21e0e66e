/** Drafts whose round has closed. */
import { PREFIX } from "../questionnaire/draftName.ts";

/** Removes every draft, whoever's, that the closing date has passed: it begins with the date. */
export function forgetExpired(today: string): void {
  try {
    for (const [name, draft] of Object.entries<string>(localStorage)) {
      if (name.startsWith(PREFIX) && draft < today) localStorage.removeItem(name);
    }
  } catch {
    // Closed storage holds no draft.
  }
}
