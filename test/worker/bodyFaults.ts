/** What the Worker answers to every fault of a body, sent by somebody who is invited; written as in the matrix. */

type Json = Record<string, unknown>;

interface JsonFault {
  name: string;
  /** Made from a fair body; a text is sent as it is. */
  make: (body: Json) => unknown;
  save: string;
  send: string;
}

interface FormFault {
  name: string;
  make: (body: string) => string;
  send: string;
  "opt out": string;
  find: string;
}

const without = (name: string) => (body: Json) =>
  Object.fromEntries(Object.entries(body).filter(([key]) => key !== name));
const withField =
  (field: Json) =>
  (body: Json): Json => ({ ...body, ...field });

const [INVALID, TOO_LARGE] = ["422 invalid", "413 too_large"];
const REFUSED = { save: INVALID, send: INVALID };

export const JSON_FAULTS: readonly JsonFault[] = [
  { name: "empty", make: () => "", ...REFUSED },
  { name: "cut off", make: (body) => JSON.stringify(body).slice(0, -3), ...REFUSED },
  { name: "a list", make: () => [], ...REFUSED },
  { name: "null", make: () => null, ...REFUSED },
  { name: "a text", make: () => '"hej"', ...REFUSED },
  { name: "nested beyond measure", make: () => "[".repeat(100_000), ...REFUSED },
  { name: "a field too many", make: withField({ extra: "1" }), ...REFUSED },
  { name: "no code", make: without("code"), ...REFUSED },
  { name: "no municipality", make: without("municipality"), ...REFUSED },
  { name: "no questionnaire", make: without("questionnaire"), ...REFUSED },
  { name: "no client", make: without("client"), ...REFUSED },
  { name: "no version", make: without("version"), ...REFUSED },
  { name: "no answers", make: without("answers"), ...REFUSED },
  { name: "version 0", make: withField({ version: 0 }), ...REFUSED },
  { name: "version of ten digits", make: withField({ version: 1e9 }), ...REFUSED },
  { name: "version with a half", make: withField({ version: 1.5 }), ...REFUSED },
  { name: "version as text", make: withField({ version: "1" }), ...REFUSED },
  { name: "client of another length", make: withField({ client: "short" }), ...REFUSED },
  { name: "client with a quote", make: withField({ client: "'".padEnd(22, "a") }), ...REFUSED },
  { name: "answers as a list", make: withField({ answers: ["1"] }), ...REFUSED },
  { name: "an answer as a number", make: withField({ answers: { q1: 1 } }), ...REFUSED },
  { name: "an option that is none", make: withField({ answers: { q1: "6" } }), ...REFUSED },
  { name: "a question that is none", make: withField({ answers: { q99: "1" } }), ...REFUSED },
  { name: "a text too long", make: withField({ answers: { q14: "x".repeat(4001) } }), ...REFUSED },
  { name: "nothing answered", make: withField({ answers: {} }), save: "204", send: "422 no_answers" },
  { name: "only blanks", make: withField({ answers: { q14: " \n" } }), save: "204", send: "422 no_answers" },
  {
    name: "a lone surrogate",
    make: withField({ answers: { q14: "\ud800" } }),
    save: "204",
    send: "303 tak/",
  },
  {
    name: "too large",
    make: withField({ answers: { q14: "x".repeat(300_000) } }),
    save: TOO_LARGE,
    send: TOO_LARGE,
  },
];

const field = (name: string, value: string) => (body: string) => {
  const form = new URLSearchParams(body);
  form.set(name, value);
  return form.toString();
};
const dropped = (name: string) => (body: string) => {
  const form = new URLSearchParams(body);
  form.delete(name);
  return form.toString();
};
/** What opting out and finding do not look at. */
const OTHERS = { "opt out": "303 ok/", find: "303 #" };
const WRONG = { send: INVALID, ...OTHERS };
const TAKEN = { send: "303 tak/", ...OTHERS };
const EVERYWHERE = { send: INVALID, "opt out": INVALID, find: INVALID };
const NOBODY = "404 unknown_code";
const NO_CODE = "422 code_missing";

export const FORM_FAULTS: readonly FormFault[] = [
  { name: "empty", make: () => "", send: "200 page", "opt out": NOBODY, find: NO_CODE },
  { name: "JSON", make: () => '{"code":"x"}', send: "200 page", "opt out": NOBODY, find: NO_CODE },
  { name: "a field too many", make: (body) => `${body}&extra=1`, ...WRONG },
  { name: "a field twice", make: (body) => `${body}&code=0000-0000-0000-0000`, ...EVERYWHERE },
  { name: "the same field twice", make: (body) => `${body}&municipality=0751`, ...EVERYWHERE },
  { name: "no code", make: dropped("code"), send: NO_CODE, "opt out": NO_CODE, find: NO_CODE },
  { name: "no municipality", make: dropped("municipality"), send: NOBODY, "opt out": NOBODY, find: "303 #" },
  { name: "no questionnaire", make: dropped("questionnaire"), ...WRONG },
  { name: "no client", make: dropped("client"), ...TAKEN },
  { name: "no version", make: dropped("version"), ...TAKEN },
  { name: "version 0", make: field("version", "0"), ...WRONG },
  { name: "version in hexadecimal", make: field("version", "0x1"), ...WRONG },
  { name: "client of another length", make: field("client", "short"), ...WRONG },
  { name: "an option that is none", make: field("q1", "6"), ...WRONG },
  { name: "a question that is none", make: field("q99", "1"), ...WRONG },
  { name: "nothing answered", make: dropped("q1"), send: "422 no_answers", ...OTHERS },
  { name: "send that is no 1", make: field("send", "yes"), ...WRONG },
  { name: "no send", make: dropped("send"), send: "200 page", ...OTHERS },
  { name: "Latin-1", make: (body) => `${body}&q14=%E6%F8%E5`, ...TAKEN },
  { name: "a broken percent", make: (body) => `${body}&q14=%`, ...TAKEN },
  { name: "a NUL", make: (body) => `${body}&q14=a%00b`, ...TAKEN },
  {
    name: "too large",
    make: field("q14", "x".repeat(300_000)),
    send: TOO_LARGE,
    "opt out": TOO_LARGE,
    find: TOO_LARGE,
  },
];
