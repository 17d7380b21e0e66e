/** What a citizen does in the questionnaire, for tests: answers, goes on, goes back. */
import type { Locator, Page } from "playwright-core";

/** An answer to every question of Aarhus's questionnaire: what is chosen or typed, and what is stored for it. */
export const EVERYTHING = {
  q1: 1,
  q2: 2,
  q3: 3,
  q4: 4,
  q5: 5,
  q6: 8,
  q7: 1,
  q8: 2,
  q9: 3,
  q10: 4,
  q11: 5,
  q12: 8,
  q13: 2,
  q14: "Min sagsbehandler hører efter.\nÆØÅ æøå »citat« 👍",
  q15: "Hurtigere svar.",
} as const;

export const part = (page: Page, number: number): Locator => page.locator(`#d${number}`);

/** Opens a part by the links, as everybody must. */
export async function goOn(page: Page, from: number): Promise<void> {
  await part(page, from).locator("a.next").click();
  await part(page, from + 1).waitFor({ state: "visible" });
}

export async function answer(page: Page, name: string, value: number | string): Promise<void> {
  if (typeof value === "string") await page.locator(`textarea[name=${name}]`).fill(value);
  else await page.locator(`input[name=${name}][value="${value}"]`).check();
}

/** Answers what is in `answers` from part 1 to the last part, and stays there. */
export async function answerAll(
  page: Page,
  answers: Readonly<Record<string, number | string>>,
): Promise<void> {
  const parts = await page.locator("section").count();
  for (let number = 1; number <= parts; number++) {
    const names = await part(page, number)
      .locator("fieldset, textarea")
      .evaluateAll((all) => all.map(({ id }) => id));
    for (const name of names) {
      const value = answers[name];
      if (value !== undefined) await answer(page, name, value);
    }
    if (number < parts) await goOn(page, number);
  }
}

/** What is chosen and typed in the form now. */
export const shownAnswers = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(() => {
    const form = document.querySelector("form");
    const answers: Record<string, string> = {};
    for (const [name, value] of form ? new FormData(form) : []) {
      if (/^(q\d|l\d|no_)/.test(name) && typeof value === "string" && value !== "") answers[name] = value;
    }
    return answers;
  });

/** Everything that any storage of the page's origin holds. */
export const storages = (page: Page): Promise<{ session: string[]; local: string[]; cookies: string }> =>
  page.evaluate(() => ({
    session: Object.entries(sessionStorage).map((entry) => entry.join("=")),
    local: Object.entries(localStorage).map((entry) => entry.join("=")),
    cookies: document.cookie,
  }));

/** The question that has the focus, by the name of its field; empty when no field has it. */
export const focusedField = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.getAttribute("name") ?? "");

/** Lets requests to the server wait until it is opened. */
export async function closeGate(page: Page): Promise<() => void> {
  let open: (() => void) | undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  await page.route("**/svar", async (route) => {
    await opened;
    await route.continue();
  });
  return () => open?.();
}

/** Answers some questions in the order given, going to their parts as an address does: no link of the page is needed. */
export async function answerThese(
  page: Page,
  answers: readonly (readonly [string, number | string])[],
): Promise<void> {
  for (const [name, value] of answers) {
    await page.evaluate((field) => {
      const section = document.querySelector(`[name=${field}]`)?.closest("section");
      if (section && location.hash !== `#${section.id}`) location.hash = section.id;
    }, name);
    await answer(page, name, value);
  }
}

/** Everything that any storage of the page's origin holds, as one text; pages in a cache by their addresses and their text. */
export const everythingKept = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const kept: string[] = [
      document.cookie,
      JSON.stringify(history.state),
      location.href,
      document.title,
      window.name,
    ];
    for (const storage of [localStorage, sessionStorage]) {
      kept.push(...Object.entries<string>(storage).map((entry) => entry.join("=")));
    }
    kept.push(...(await indexedDB.databases()).map(({ name = "" }) => `indexedDB ${name}`));
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const { url } of await cache.keys()) {
        const copy = await cache.match(url);
        kept.push(name, url, copy?.url ?? "", (await copy?.text()) ?? "");
      }
    }
    const workers = await navigator.serviceWorker.getRegistrations();
    kept.push(...workers.flatMap(({ scope, active }) => [scope, active?.scriptURL ?? ""]));
    return kept.join("\n");
  });

/** The copy for the tunnel is on the phone. */
export const copied = (page: Page): Promise<unknown> =>
  page.evaluate(() => navigator.serviceWorker.ready.then(({ scope }) => scope));
