/**
 * What comes after the page, in a file of its own (client/extras): the error summary, the page at the end, title and focus,
 * undoing, reading aloud, advice, the copy for the tunnel. Without it the answers are kept, saved and sent all the same.
 */
import { extras } from "./page.ts";
import { opened } from "./opened.ts";
import { say } from "./status.ts";

declare global {
  interface Window {
    /** Set by the file when it has come. */
    extras?: {
      /** Says what is wrong, on top of the page and at the field whose id is given. */
      problem: (sentence: string, field: string) => void;
      /** What the page itself finds wrong with a code: "empty" or "slip". */
      codeProblem: (sentence: string, reason: string) => void;
      /** Nothing more can be answered. */
      end: (sentence: string) => void;
    };
  }
}

export function tell(what: "problem" | "codeProblem" | "end", sentence: string, detail = ""): void {
  if (window.extras) window.extras[what](sentence, detail);
  else say(sentence);
}

const AGAIN_MS = 9000;

/** Its name is its hash, which the browser checks. */
function load(): void {
  const script = document.createElement("script");
  const src = `/s/${extras.replace(/\W/g, "")}.js`;
  const onerror = () => setTimeout(load, AGAIN_MS);
  document.body.append(Object.assign(script, { src, integrity: extras, onerror }));
}

void opened.then(load);
