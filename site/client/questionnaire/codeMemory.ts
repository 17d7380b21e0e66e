/** The code lives in this tab only, through reloads, until the receipt, deletion or another code. Storage may be closed. */
const KEY = "code";

export function recallCode(): string {
  try {
    return sessionStorage.getItem(KEY) || "";
  } catch {
    return "";
  }
}

/** An empty code forgets. */
export function rememberCode(code: string): void {
  try {
    if (code) sessionStorage.setItem(KEY, code);
    else sessionStorage.removeItem(KEY);
  } catch {
    // The code is still in the form.
  }
}
