/**
 * What the Worker answers to every route × method × content type × state. `*` is any; of the rules of a list the first that
 * fits counts. An answer is a status with the error's name or the end of the address it leads to.
 */

export const METHODS = ["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"] as const;
export type Method = (typeof METHODS)[number];

/** `/.//svar` is what a URL parser makes of it: `//svar`. */
export const PATHS = [
  "/svar",
  "/afmeld",
  "/find",
  "/svar/",
  "/Svar",
  "/svar/x",
  "/.//svar",
  "/admin",
] as const;
export type Path = (typeof PATHS)[number];

export const CONTENT_TYPES = {
  json: "application/json",
  "json, charset": "Application/JSON; charset=utf-8",
  form: "application/x-www-form-urlencoded",
  "form, charset": "application/x-www-form-urlencoded;charset=UTF-8",
  multipart: "multipart/form-data; boundary=x",
  text: "text/plain;charset=UTF-8",
  "json in name only": "application/json-patch+json",
  none: "",
} as const;
export type ContentType = keyof typeof CONTENT_TYPES;

/** Content types that mean the same: a charset says nothing, for a body is read as UTF-8 whatever it says. */
export const KIND: Record<ContentType, "json" | "form" | "other"> = {
  json: "json",
  "json, charset": "json",
  form: "form",
  "form, charset": "form",
  multipart: "other",
  text: "other",
  "json in name only": "other",
  none: "other",
};

/** What is so before the content type is looked at. */
export const ROUTES: readonly (readonly [Path | "*", Method | "*", string])[] = [
  ["/svar", "PUT", "by state"],
  ["/svar", "POST", "by state"],
  ["/afmeld", "POST", "by state"],
  ["/find", "POST", "by state"],
  ["/svar", "*", "405 method PUT, POST"],
  ["/afmeld", "*", "405 method POST"],
  ["/find", "*", "405 method POST"],
  ["*", "*", "404 not_found"],
];

export const OPERATIONS = ["save", "send", "send form", "opt out", "withdraw", "find"] as const;
export type Operation = (typeof OPERATIONS)[number];

/** Which operations a route has for a kind of content; none is 415. `opt out` and `withdraw` differ by a field. */
export const TAKES: Readonly<Record<string, readonly Operation[]>> = {
  "/svar PUT json": ["save"],
  "/svar POST json": ["send"],
  "/svar POST form": ["send form"],
  "/afmeld POST form": ["opt out", "withdraw"],
  "/find POST form": ["find"],
};

/**
 * Who sends, and when. A code of another round is a code nobody has been given: its pepper and token key are other ones.
 * `sent` is by the client that sends here, `sent elsewhere` by another.
 */
export const STATES = [
  "invited",
  "no code",
  "not a code",
  "nobody's code",
  "another round's code",
  "another municipality's page",
  "no such municipality",
  "sent",
  "sent elsewhere",
  "withdrawn",
  "nine devices",
  "before the round",
  "after the round",
  "sent, after the round",
  "sent elsewhere, after the round",
  "withdrawn, after the round",
  "nobody's code, after the round",
  "version never published",
] as const;
export type State = (typeof STATES)[number];

/** In the order of {@link OPERATIONS}. */
export const ANSWERS: Record<State, readonly [string, string, string, string, string, string]> = {
  invited: ["204", "303 tak/", "303 tak/", "303 ok/", "303 slettet/", "303 #"],
  "no code": all("422 code_missing"),
  "not a code": all("404 unknown_code"),
  "nobody's code": all("404 unknown_code"),
  "another round's code": all("404 unknown_code"),
  "another municipality's page": elsewhere("404 unknown_code"),
  "no such municipality": elsewhere("404 unknown_code"),
  sent: ["409 already_sent", "303 tak/", "303 tak/", "303 ok/", "303 slettet/", "303 #"],
  "sent elsewhere": ["409 already_sent", "303 tak/", "303 tak/", "303 ok/", "303 slettet/", "303 #"],
  withdrawn: ["410 withdrawn", "410 withdrawn", "410 withdrawn", "303 ok/", "303 slettet/", "303 #"],
  "nine devices": ["429 too_many_drafts", "303 tak/", "303 tak/", "303 ok/", "303 slettet/", "303 #"],
  "before the round": ["503 not_open", "503 not_open", "503 not_open", "303 ok/", "303 slettet/", "303 #"],
  "after the round": ["410 closed", "410 closed", "410 closed", "303 ok/", "303 slettet/", "303 #"],
  // The client that has sent sends something newer: too late to be taken.
  "sent, after the round": [
    "409 already_sent",
    "410 closed",
    "410 closed",
    "303 ok/",
    "303 slettet/",
    "303 #",
  ],
  "sent elsewhere, after the round": [
    "409 already_sent",
    "303 tak/",
    "303 tak/",
    "303 ok/",
    "303 slettet/",
    "303 #",
  ],
  "withdrawn, after the round": [
    "410 withdrawn",
    "410 withdrawn",
    "410 withdrawn",
    "303 ok/",
    "303 slettet/",
    "303 #",
  ],
  "nobody's code, after the round": all("404 unknown_code"),
  "version never published": [
    "422 invalid",
    "422 invalid",
    "422 invalid",
    "303 ok/",
    "303 slettet/",
    "303 #",
  ],
};

type Row = readonly [string, string, string, string, string, string];

function all(answer: string): Row {
  return [answer, answer, answer, answer, answer, answer];
}

/** The front page takes the codes of every municipality. */
function elsewhere(answer: string): Row {
  return [answer, answer, answer, answer, answer, "303 #"];
}
