/** `pull`: opens the sealed answers with the round key and writes them as tables; free text is masked before that. */
import { isAnswer } from "#survey/answers.ts";
import type { Command, CommandResult, OptionValues } from "./command.ts";
import { answerTables } from "./pull/answerTables.ts";
import { readFieldwork, unreadableLines } from "./pull/fieldwork.ts";
import { readKnownPeople, unknownPeopleLines } from "./pull/knownPeople.ts";
import { maskedLine } from "./pull/maskedLine.ts";
import { readRound } from "./round.ts";
import type { Run } from "./run.ts";
import { readSampledPeople } from "./status/sampledPeople.ts";

/** What can be read is written; what cannot is named and makes the exit code 1. */
async function pullAnswers(run: Run, options: OptionValues): Promise<CommandResult> {
  const round = await readRound(run);
  const people = await readSampledPeople(run);
  const fieldwork = await readFieldwork(run, round, people, options["remote"] === true);
  const interviews = [...fieldwork.interviews.values()];
  const known = await readKnownPeople(run);
  const { answers, local, freetext, masked } = answerTables(interviews, known ?? new Map());
  await run.write("answers/answers.csv", answers.text, { rows: answers.rows });
  await run.write("answers/local.csv", local.text, { rows: local.rows });
  await run.write("answers/freetext.csv", freetext.text, { rows: freetext.rows });
  const { unreadable, strangers } = fieldwork;
  run.note("unreadable", unreadable.length);
  run.note("masked", { ...masked, ownNames: known !== null });
  await run.commit();
  const counts = {
    respondents: interviews.length,
    answers: interviews.filter((i) => isAnswer(i.answers, i.questionnaire)).length,
    sent: interviews.filter((i) => i.final).length,
    local: local.rows,
    texts: freetext.rows,
  };
  return {
    lines: [
      `${counts.respondents} people have answered something: ${counts.sent} have sent, ${counts.respondents - counts.sent} have saved a draft`,
      `${counts.answers} of them gave at least 7 of the 13 items and count as answers`,
      `${counts.texts} free texts and ${counts.local} answers to local questions; ${maskedLine(masked)}`,
      ...unknownPeopleLines(known),
      ...(strangers > 0 ? [`${strangers} rows in the database belong to nobody in the sample`] : []),
      ...unreadableLines(unreadable),
      `In ${run.path("answers")}`,
    ],
    data: { ...counts, masked, strangers, unreadable },
    exitCode: unreadable.length > 0 ? 1 : 0,
  };
}

export const pullCommand: Command = {
  name: "pull",
  summary: "opens the sealed answers with the round key and writes them as tables",
  example: "npx borgersvar pull rounds/2026-2 --remote",
  options: [{ flags: "--remote", description: "read the deployed database" }],
  run: pullAnswers,
};
