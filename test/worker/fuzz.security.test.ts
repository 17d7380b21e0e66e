/** Requests that no page sends, by the ten thousand: none is answered with a 5xx, and nothing invalid is stored. */
import { env } from "cloudflare:workers";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { answerParser } from "#survey/answerParser.ts";
import { questionnaireOf } from "#survey/questionnaire.ts";
import { SECURITY_HEADERS } from "#survey/securityHeaders.ts";
import { Fuzzer } from "./fuzzedRequests.ts";
import { freshDatabase, invite, storedRows, TestWorker } from "./harness.ts";
import { edge, MOMENT } from "./round.ts";

const PEOPLE = 25;
const AT_ONCE = 16;
const PATIENCE_MS = 3_600_000;
/** Where an answer may lead: a page of the round. */
const PLACES =
  /^\/(?:aarhus|kobenhavn|aeroe)\/(?:en\/|ar\/)?(?:tak\/|afmeld\/ok\/|afmeld\/slettet\/|#[0-9A-Z-]{19})$/;

const questionnaire = questionnaireOf("2026-1");

/** What an answer has that none may have; empty for a fair one. */
async function wrongWith(response: Response): Promise<string[]> {
  const { status, headers } = response;
  const wrong: string[] = [];
  const isPage = headers.get("Content-Type")?.startsWith("text/html") ?? false;
  const text = isPage ? "" : await response.text();
  if (isPage) await response.body?.cancel();
  if (status >= 500 && !text.includes('"not_open"') && !(isPage && status === 503))
    wrong.push(`status ${status}`);
  const location = headers.get("Location");
  if (location !== null && !PLACES.test(location)) wrong.push(`leads to ${location}`);
  if (headers.has("Set-Cookie")) wrong.push("sets a cookie");
  for (const [name, value] of Object.entries(SECURITY_HEADERS))
    if (headers.get(name) !== value) wrong.push(`${name} is ${headers.get(name)}`);
  return wrong;
}

describe("fuzzed requests", () => {
  freshDatabase();

  it(
    `${env.FUZZED_REQUESTS.toLocaleString("en")} of them: no 5xx, nothing invalid stored`,
    async () => {
      const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
      onTestFinished(() => log.mockRestore());
      const numbers = Array.from({ length: PEOPLE }, (_, i) => `0751-${String(i).padStart(5, "0")}`);
      const people = await Promise.all(numbers.map(invite));
      const fuzzer = new Fuzzer(20_260_910, people);
      const workers = new Map(Object.values(MOMENT).map((moment) => [moment, new TestWorker(moment)]));
      const statuses = new Map<number, number>();
      for (let done = 0; done < env.FUZZED_REQUESTS; done += AT_ONCE) {
        await Promise.all(
          Array.from({ length: AT_ONCE }, async () => {
            const { moment, path, init } = fuzzer.next();
            const response = await workers.get(moment)?.request(path, init);
            if (!response) throw new RangeError("a moment of the round");
            statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
            const wrong = await wrongWith(response);
            expect([wrong, path, wrong.length > 0 ? init.headers : {}]).toEqual([[], path, {}]);
          }),
        );
      }
      // Everything that threw comes by here, whatever page it became.
      expect(log.mock.calls).toEqual([]);
      // The requests get everywhere, not only to the first refusal.
      for (const status of [200, 204, 303, 403, 404, 405, 409, 410, 413, 415, 422])
        expect([status, statuses.get(status) ?? 0]).toEqual([
          status,
          expect.toSatisfy((n: number) => n > 10),
        ]);
      const rows = await storedRows();
      expect(rows.length).toBeGreaterThan(PEOPLE / 2);
      for (const { plaintext } of rows) expect(answersIn(plaintext)).not.toBeNull();
    },
    PATIENCE_MS,
  );
});

/** As `pull` reads a row. */
function answersIn(plaintext: string | null) {
  const [municipality] = edge.municipalities;
  if (!questionnaire || !municipality) throw new Error("the round of these tests has a municipality");
  const { localQuestions } = municipality;
  return plaintext === null ? null : answerParser({ questionnaire, localQuestions }).fromCanonical(plaintext);
}
