/** The rules of DESIGN §7 "Saving" for one respondent, as plainly as they can be said. */
import { client, type StoredRow } from "./harness.ts";

interface Row {
  version: number;
  q1: string;
  final: boolean;
}

interface Message extends Omit<Row, "final"> {
  device: string;
  action: "draft" | "final" | "withdraw";
}

export class RespondentModel {
  #stored = new Map<string, Row>();
  #withdrawn = false;

  /** The status the Worker answers with. */
  deliver(message: Message, closed: boolean): number {
    if (message.action === "withdraw") {
      this.#withdrawn = true;
      this.#stored.clear();
      return 303;
    }
    if (this.#withdrawn) return 410;
    return message.action === "draft" ? this.#draft(message, closed) : this.#final(message, closed);
  }

  #draft({ device, version, q1 }: Message, closed: boolean): number {
    if (this.#submitter() !== null) return 409;
    if (closed) return 410;
    if (version >= (this.#stored.get(device)?.version ?? 0))
      this.#stored.set(device, { version, q1, final: false });
    return 204;
  }

  #final({ device, version, q1 }: Message, closed: boolean): number {
    const submitter = this.#submitter();
    if (submitter !== null && submitter !== device) return 303;
    if (submitter === device && version <= (this.#stored.get(device)?.version ?? 0)) return 303;
    if (closed) return 410;
    this.#stored = new Map([[device, { version, q1, final: true }]]);
    return 303;
  }

  #submitter(): string | null {
    return [...this.#stored].find(([, row]) => row.final)?.[0] ?? null;
  }

  /** What must be stored, in the order of the clients. */
  rows(): StoredRow[] {
    return [...this.#stored]
      .map(([device, { version, q1, final }]) => ({
        rowId: "",
        client: client(device),
        version,
        final,
        plaintext: `{"q1":${q1}}`,
      }))
      .toSorted((a, b) => (a.client < b.client ? -1 : 1));
  }
}
