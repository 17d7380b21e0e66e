/** `person copy` and `person letter`: what one citizen may have from us, in `copies/`. */
import { deriveKeys, tokenFor } from "#db/keys.ts";
import { WAVES, type Wave } from "#survey/contact/waves.ts";
import { CliError } from "./errors.ts";
import { readRoundKey } from "./keys.ts";
import { fieldsOf } from "./letters/addressee.ts";
import { readIdentities } from "./letters/identities.ts";
import { letterPdf } from "./letters/pdf/letterPdf.ts";
import { readWaves } from "./letters/recipients.ts";
import { textOf } from "./letters/waveFiles.ts";
import { personCommand, type Request } from "./person/command.ts";
import { copyOf } from "./person/copy.ts";
import { copyPage } from "./person/copyPage.ts";
import { COPY_FOLDER, erasedOf, readWishes } from "./person/wishes.ts";
import type { Run } from "./run.ts";

export const personCopyCommand = personCommand({
  act: "copy",
  summary: "Write everything the round holds of one citizen, as a page in Danish and as JSON",
  example: "npx borgersvar person copy rounds/2027-q2 --cpr",
  work: async (run, { round, person, remote }) => {
    const copy = await copyOf(run, round, person, remote);
    const base = `${COPY_FOLDER}/${person.respondent}`;
    await run.write(`${base}.json`, `${JSON.stringify(copy, null, 2)}\n`);
    await run.write(`${base}.html`, copyPage(copy, round));
    await run.commit();
    return {
      lines: [
        `The copy is in ${run.path(`${base}.html`)} and .json.`,
        "It goes to the citizen through the municipality's own secure mail; delete it here when it is sent.",
      ],
      data: { respondent: person.respondent, act: "copy", answers: copy.answers.length },
    };
  },
});

/** The last wave the person was in; the invitation for somebody who was in none. */
async function lastWave(run: Run, respondent: string): Promise<Wave> {
  const waves = await readWaves(run);
  return WAVES.findLast((wave) => waves.get(wave)?.has(respondent)) ?? 0;
}

async function refuseErased(run: Run, { person: { respondent } }: Request): Promise<void> {
  if (!erasedOf(await readWishes(run)).has(respondent)) return;
  throw new CliError({
    what: `the answers of ${respondent} were erased for good, and the code takes no new ones`,
    where: run.folder,
    how: "Nothing to do: a letter would lead to a page that refuses the code.",
  });
}

export const personLetterCommand = personCommand({
  act: "letter",
  summary: "Make one citizen's letter again: the same code, link and date",
  example: "npx borgersvar person letter rounds/2027-q2 --respondent 0751-00042",
  work: async (run, request) => {
    const { round, person } = request;
    const { respondent } = person;
    await refuseErased(run, request);
    const identities = await readIdentities(run);
    const identity = identities.get(respondent);
    const municipality = round.municipalities.find(({ code }) => code === person.municipality);
    if (!identity || !municipality) {
      throw new CliError({
        what: `${respondent} has no identity or no municipality in this round`,
        where: run.path("sample/identities.csv"),
        how: "Put back the files of the draw from your backup.",
      });
    }
    const { tokenKey } = await deriveKeys(await readRoundKey(run));
    const code = await tokenFor(tokenKey, respondent);
    const fields = fieldsOf(
      { respondent, ...identity, code, channel: "paper", sms: false },
      round,
      municipality,
    );
    const own = Array.from(identities).filter(([other]) => other.startsWith(person.municipality));
    const named = own.some(([, { name }]) => name !== "");
    const wave = await lastWave(run, respondent);
    const text = textOf({ round, municipality, wave, named }, true);
    const name = `${COPY_FOLDER}/${respondent}-brev.pdf`;
    await run.write(name, await letterPdf(text, [{ bookmark: respondent, ...fields }]));
    await run.commit();
    return {
      lines: [`The letter is in ${run.path(name)}. It shows a personal code: send it to this citizen alone.`],
      data: { respondent, act: "letter", wave },
    };
  },
});
