/** Walks the whole matrix, cell by cell, and every fault of a body. */
import { describe, expect, it } from "vitest";
import { da } from "#survey/texts/da.ts";
import { FORM_FAULTS, JSON_FAULTS } from "./bodyFaults.ts";
import { client, draftOf, dump, formOf, freshDatabase, invite, TestWorker, type Person } from "./harness.ts";
import {
  ANSWERS,
  CONTENT_TYPES,
  KIND,
  METHODS,
  OPERATIONS,
  PATHS,
  ROUTES,
  STATES,
  TAKES,
  type ContentType,
  type Operation,
  type State,
} from "./matrix.ts";
import { readPage } from "./readPage.ts";
import { codeOf, MOMENT } from "./round.ts";
import { tokenFor, deriveKeys } from "#db/keys.ts";

const PATIENCE_MS = 120_000;
const anotherRound = await deriveKeys(new Uint8Array(32).fill(8));
const open = new TestWorker();

/** A sender in a state: the worker of the moment, and what the sender's body says. */
interface Sender {
  worker: TestWorker;
  person: Person;
  more?: { client?: string; questionnaire?: string; version?: number };
}

const momentOf = (state: State): number => {
  if (state === "before the round") return MOMENT.before;
  return state.endsWith("after the round") ? MOMENT.after : MOMENT.open;
};

let people = 0;

async function senderIn(state: State): Promise<Sender> {
  const person = await invite(`0751-${String(++people).padStart(5, "0")}`);
  const worker = new TestWorker(momentOf(state));
  const as = (change: Partial<Person>): Sender => ({ worker, person: { ...person, ...change } });
  if (state === "no code") return as({ code: "" });
  if (state === "not a code") return as({ code: "hej" });
  if (state.startsWith("nobody's code")) return as({ code: await codeOf(`0751-9${people}`) });
  if (state === "another round's code")
    return as({ code: await tokenFor(anotherRound.tokenKey, person.respondent) });
  if (state === "another municipality's page") return as({ municipality: "0492" });
  if (state === "no such municipality") return as({ municipality: "9999" });
  if (state === "version never published") return { worker, person, more: { questionnaire: "1999-1" } };
  if (state.startsWith("sent")) {
    const by = state.startsWith("sent elsewhere") ? client("b") : client();
    await open.send(person, { q1: "1" }, { client: by });
    return { worker, person, more: { version: 2 } };
  }
  if (state.startsWith("withdrawn"))
    await open.form("/afmeld", { code: person.code, municipality: person.municipality, withdraw: "1" });
  if (state === "nine devices")
    for (const device of "bcdefghi") await open.put(person, { q1: "1" }, { client: client(device) });
  return { worker, person };
}

const OPT_OUT = ["opt out", "withdraw", "find"] satisfies Operation[];
const isShort = (operation: Operation): boolean => OPT_OUT.some((short) => short === operation);

/** A fair body of the operation, as the page sends it. */
function bodyOf(operation: Operation, { person, more = {} }: Sender): string {
  if (operation === "save") return JSON.stringify(draftOf(person, { q1: "1" }, more));
  if (operation === "send") return JSON.stringify({ ...draftOf(person, { q1: "1" }, more), send: "1" });
  const { code, municipality } = person;
  if (operation === "withdraw") return new URLSearchParams({ code, municipality, withdraw: "1" }).toString();
  if (isShort(operation)) return new URLSearchParams({ code, municipality, script: "1" }).toString();
  const { version = 1, ...others } = more;
  const fields = { client: client(), version: String(version), ...others };
  return new URLSearchParams(formOf(person, { q1: "1" }, fields)).toString();
}

interface Request {
  path: string;
  method: string;
  contentType: string;
  body: string;
}

function deliver(worker: TestWorker, { path, method, contentType, body }: Request): Promise<Response> {
  const bodiless = method === "GET" || method === "HEAD";
  return worker.request(path, {
    method,
    headers: contentType === "" ? {} : { "Content-Type": contentType },
    // Bytes carry no content type of their own.
    ...(bodiless ? {} : { body: new TextEncoder().encode(body) }),
  });
}

/** The error's name by the words that a page shows for it. */
const NAMES = new Map<string, string>([
  ...Object.entries(da.edgeErrors).map(([name, text]) => [text, name] as const),
  [da.fieldErrors.unknown_code_here, "unknown_code"],
  [da.fieldErrors.missing, "code_missing"],
]);

async function seen(response: Response): Promise<string> {
  const { status } = response;
  const location = response.headers.get("Location");
  if (status === 303) return `303 ${/(?:tak|ok|slettet)\/$|#/.exec(location ?? "")?.[0]}`;
  if (status === 204) return "204";
  const allow = status === 405 ? ` ${response.headers.get("Allow")}` : "";
  const text = await response.clone().text();
  if (text === "") return `${status}${allow}`;
  if (response.headers.get("Content-Type")?.startsWith("text/html")) {
    const { summary } = await readPage(response);
    if (summary === null) return `${status} page`;
    const words = summary[0]?.text ?? "";
    return `${status} ${NAMES.get(words) ?? nameOfFilled(words)}${allow}`;
  }
  const { error }: { error: string } = JSON.parse(text);
  return `${status} ${error}${allow}`;
}

/** Texts that are filled in: dates, and what is wrong with a field. */
const nameOfFilled = (words: string): string => {
  const [opens, closed] = [da.edgeErrors.not_open, da.edgeErrors.closed].map(
    (text) => text.split("{")[0] ?? "",
  );
  if (opens && words.startsWith(opens)) return "not_open";
  return closed && words.startsWith(closed) ? "closed" : "invalid";
};

const routeOf = (path: string, method: string): string =>
  ROUTES.find(([p, m]) => (p === path || p === "*") && (m === method || m === "*"))?.[2] ?? "";

describe("the matrix", () => {
  freshDatabase();

  it(
    "answers as it says where a state decides, and a refusal stores nothing",
    async () => {
      for (const [key, operations] of Object.entries(TAKES)) {
        const [path = "", method = "", kind] = key.split(" ");
        const types = Object.entries(CONTENT_TYPES).filter(([type]) => KIND[asType(type)] === kind);
        for (const operation of operations)
          for (const state of STATES)
            for (const [type, contentType] of types) {
              const sender = await senderIn(state);
              const before = await dump();
              const body = bodyOf(operation, sender);
              const response = await deliver(sender.worker, { path, method, contentType, body });
              const expected = ANSWERS[state][OPERATIONS.indexOf(operation)];
              expect([state, operation, type, await seen(response)]).toEqual([
                state,
                operation,
                type,
                expected,
              ]);
              const unchanged = (await dump()) === before;
              expect(unchanged || response.status < 400).toBe(true);
            }
      }
    },
    PATIENCE_MS,
  );

  it(
    "answers as it says everywhere else, whatever the state, and nothing is stored",
    async () => {
      const senders = new Map<State, Sender>();
      for (const state of STATES) senders.set(state, await senderIn(state));
      const before = await dump();
      let cells = 0;
      for (const path of PATHS)
        for (const method of METHODS)
          for (const [type, contentType] of Object.entries(CONTENT_TYPES)) {
            const taken = TAKES[`${path} ${method} ${KIND[asType(type)]}`];
            const route = routeOf(path, method);
            if (taken) continue;
            const expected = route === "by state" ? "415 unsupported" : route;
            for (const [state, sender] of senders) {
              const body = bodyOf(KIND[asType(type)] === "form" ? "withdraw" : "save", sender);
              const query = `?code=${sender.person.code}&municipality=0751&withdraw=1&send=1&q1=5`;
              const request = { path: path + query, method, contentType, body };
              const answer = await seen(await deliver(sender.worker, request));
              const wanted = method === "HEAD" ? expected.replace(/ (?:method|not_found)/, "") : expected;
              expect([path, method, type, state, answer]).toEqual([path, method, type, state, wanted]);
              cells++;
            }
          }
      expect(cells).toBeGreaterThan(7000);
      expect(await dump()).toBe(before);
    },
    PATIENCE_MS,
  );
});

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.entries forgets the keys of the table above
const asType = (type: string): ContentType => type as ContentType;

describe("faults of a body", () => {
  freshDatabase();

  it.each(JSON_FAULTS)("JSON, $name", async ({ make, save, send }) => {
    for (const [method, operation, expected] of [
      ["PUT", "save", save],
      ["POST", "send", send],
    ] as const) {
      const sender = await senderIn("invited");
      const made = make(JSON.parse(bodyOf(operation, sender)));
      const body = typeof made === "string" ? made : JSON.stringify(made);
      const request = { path: "/svar", method, contentType: CONTENT_TYPES.json, body };
      expect([operation, await seen(await deliver(open, request))]).toEqual([operation, expected]);
    }
  });

  it.each(FORM_FAULTS)("form, $name", async ({ make, ...expected }) => {
    for (const [path, operation, answer] of [
      ["/svar", "send form", expected.send],
      ["/afmeld", "opt out", expected["opt out"]],
      ["/find", "find", expected.find],
    ] as const) {
      const sender = await senderIn("invited");
      const body = make(bodyOf(operation, sender));
      const request = { path, method: "POST", contentType: CONTENT_TYPES.form, body };
      expect([operation, await seen(await deliver(open, request))]).toEqual([operation, answer]);
    }
  });
});
