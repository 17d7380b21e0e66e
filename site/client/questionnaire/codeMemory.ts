/** The code lives in this tab only, through reloads, until the receipt, deletion or another code. */
let memory: Record<string, string> = {};
try {
  memory = sessionStorage;
} catch {
  // Storage may be closed: then the code lives as long as the page.
}

export const recallCode = (): string => memory["code"] || "";

/** An empty code forgets. */
export function rememberCode(code: string): void {
  if (code) memory["code"] = code;
  else delete memory["code"];
}
