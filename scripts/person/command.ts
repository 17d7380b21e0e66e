/** What the four `person` commands have in common: who asks, where the database is, and one line in the journal. */
import type { Command, CommandOption, CommandResult, OptionValues } from "../command.ts";
import { readRound } from "../round.ts";
import type { Round } from "#survey/round.ts";
import type { Run } from "../run.ts";
import type { SampledPerson } from "../status/sampledPeople.ts";
import { SUBJECT_OPTIONS, subjectOf } from "./subject.ts";

export interface Request {
  round: Round;
  person: SampledPerson;
  remote: boolean;
}

/** A command for one person. The journal names the act and the respondent number, never who that is. */
export function personCommand(spec: {
  act: string;
  summary: string;
  example: string;
  options?: readonly CommandOption[];
  work: (run: Run, request: Request, options: OptionValues) => Promise<CommandResult>;
}): Command {
  return {
    name: `person ${spec.act}`,
    summary: spec.summary,
    example: spec.example,
    options: [
      ...SUBJECT_OPTIONS,
      { flags: "--remote", description: "the deployed database" },
      ...(spec.options ?? []),
    ],
    async run(run, options) {
      const round = await readRound(run);
      const person = await subjectOf(run, options);
      run.note("person", { act: spec.act, respondent: person.respondent });
      return spec.work(run, { round, person, remote: options["remote"] === true }, options);
    },
  };
}
