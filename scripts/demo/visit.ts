/** A simulated citizen's device: it opens the page, saves and sends over HTTP as a browser would, and keeps what it was told. */
import { formTo, type Form } from "./form.ts";
import type { Answers } from "./opinion.ts";
import type { Random } from "./random.ts";

export interface Invitation {
  respondent: string;
  municipality: string;
  targetGroup: string;
  /** The link of the letter, code after #. */
  link: string;
  code: string;
}

/** What the server said it has, per client; the demo's ledger of truth. */
export interface Ledger {
  /** Newest acknowledged draft of each client. */
  drafts: Map<string, { version: number; answers: Answers }>;
  /** The first acknowledged final, or a newer one of the same client. */
  final: { client: string; version: number; answers: Answers } | null;
  optedOut: boolean;
  withdrawn: boolean;
}

export const emptyLedger = (): Ledger => ({
  drafts: new Map(),
  final: null,
  optedOut: false,
  withdrawn: false,
});

/** Anything the server answered that it should not have. */
export type Complain = (what: string) => void;

const HEADERS = { "sec-fetch-site": "same-origin" };
/** A Worker that has gone away is an error, not a wait without end. */
const patience = () => ({ signal: AbortSignal.timeout(120_000) });
const forms = new Map<string, Form>();

export class Visit {
  readonly form: Form;
  readonly #base: string;
  readonly #invitation: Invitation;
  readonly #ledger: Ledger;
  readonly #complain: Complain;
  readonly #client: string;
  /** As the page counts: 1 is the page that was opened, with nothing in it. */
  #version = 1;

  private constructor(
    form: Form,
    base: string,
    invitation: Invitation,
    ledger: Ledger,
    client: string,
    complain: Complain,
  ) {
    this.form = form;
    this.#base = base;
    this.#invitation = invitation;
    this.#ledger = ledger;
    this.#client = client;
    this.#complain = complain;
  }

  /** Opens the link of the letter. What stands after # stays on the device. */
  static async open(
    base: string,
    invitation: Invitation,
    ledger: Ledger,
    random: Random,
    complain: Complain,
  ): Promise<Visit> {
    const response = await fetch(new URL(new URL(invitation.link).pathname, base), patience());
    const html = await response.text();
    if (response.status !== 200) complain(`the page answered ${response.status}`);
    const form = forms.get(html) ?? formTo(html, "/svar");
    forms.set(html, form);
    const bytes = Uint8Array.from({ length: 16 }, () => random.int(0, 255));
    return new Visit(form, base, invitation, ledger, Buffer.from(bytes).toString("base64url"), complain);
  }

  /** The parts of the interview, in order. */
  get parts(): string[] {
    const closed = this.form.fields.filter((f) => f.kind !== "hidden" && f.name !== "code");
    return [...new Set(closed.map((f) => f.part ?? ""))];
  }

  /** The answers as far as the end of the part with this number (from 1). */
  upTo(answers: Answers, part: number): Answers {
    const seen = new Set(this.parts.slice(0, part));
    const names = new Set(this.form.fields.filter((f) => seen.has(f.part ?? "")).map((f) => f.name));
    return Object.fromEntries(Object.entries(answers).filter(([name]) => names.has(name)));
  }

  /** One autosave. Returns a function that delivers it (now, later, or twice). */
  save(answers: Answers): () => Promise<void> {
    const version = ++this.#version;
    const body = JSON.stringify({ ...this.#envelope(version), answers });
    return async () => {
      const response = await this.#send("PUT", "/svar", "application/json", body);
      if (response.status === 204) this.#noteDraft(version, answers);
      else if (![409, 410, 429].includes(response.status))
        this.#complain(`an autosave answered ${response.status}`);
    };
  }

  /** The final answers, by script. */
  sendByScript(answers: Answers): () => Promise<void> {
    const version = ++this.#version;
    const body = JSON.stringify({ ...this.#envelope(version), answers, send: "1" });
    return async () => {
      const response = await this.#send("POST", "/svar", "application/json", body);
      if (this.#isReceipt(response)) this.#noteFinal(this.#client, version, answers);
    };
  }

  /** The final answers as a form without script posts them; `press` is the button. */
  async sendByForm(answers: Answers, press: "enter" | "send", code = this.#invitation.code): Promise<number> {
    const hidden = this.form.fields
      .filter((f) => f.kind === "hidden")
      .map((f) => [f.name, f.values[0] ?? ""]);
    const button = this.form.buttons.find((b) => b.name === press);
    if (!button) this.#complain(`the page has no button »${press}«`);
    const fields = { ...Object.fromEntries(hidden), ...answers, code, [press]: button?.value ?? "1" };
    const body = new URLSearchParams(fields).toString();
    const response = await this.#send("POST", "/svar", "application/x-www-form-urlencoded", body);
    if (press === "send" && code === this.#invitation.code && this.#isReceipt(response)) {
      this.#noteFinal(`form ${++this.#version} ${this.#client}`, 1, answers);
    }
    return response.status;
  }

  /** No more reminders, and the answers deleted if asked. */
  async optOut(withdraw: boolean): Promise<void> {
    const body = new URLSearchParams({
      code: this.#invitation.code,
      municipality: this.#invitation.municipality,
      ...(withdraw ? { withdraw: "1" } : {}),
    }).toString();
    const response = await this.#send("POST", "/afmeld", "application/x-www-form-urlencoded", body);
    if (response.status !== 303) this.#complain(`the opt-out answered ${response.status}`);
    this.#ledger.optedOut = true;
    this.#ledger.withdrawn ||= withdraw;
  }

  #envelope(version: number): Record<string, unknown> {
    const questionnaire = this.form.fields.find((f) => f.name === "questionnaire")?.values[0] ?? "";
    const { code, municipality } = this.#invitation;
    return { code, municipality, questionnaire, client: this.#client, version };
  }

  async #send(method: string, path: string, type: string, body: string): Promise<Response> {
    const headers = { ...HEADERS, "content-type": type };
    const request = { method, headers, body, redirect: "manual" as const, ...patience() };
    const response = await fetch(new URL(path, this.#base), request);
    await response.arrayBuffer();
    return response;
  }

  #isReceipt(response: Response): boolean {
    const receipt = response.status === 303 && (response.headers.get("location") ?? "").endsWith("/tak/");
    if (!receipt && !this.#ledger.withdrawn)
      this.#complain(`a final answered ${response.status}, not the receipt`);
    return receipt;
  }

  #noteDraft(version: number, answers: Answers): void {
    const known = this.#ledger.drafts.get(this.#client);
    if (!known || known.version <= version) this.#ledger.drafts.set(this.#client, { version, answers });
  }

  #noteFinal(client: string, version: number, answers: Answers): void {
    const { final } = this.#ledger;
    if (!final || (final.client === client && final.version <= version))
      this.#ledger.final = { client, version, answers };
  }
}
