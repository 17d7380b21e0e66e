/** `--accept <problem>[:<municipality>]`: what the analyst lets in, and what the journal remembers of it. */
import { acceptableCodes, acceptanceOf, type Acceptance } from "#survey/frame/accepting.ts";
import type { MunicipalityExtract } from "#survey/frame/municipalityExtract.ts";
import type { Round } from "#survey/round.ts";
import { CliError } from "../errors.ts";

/** One line of the journal: who accepted what, and how much there was of it. */
export interface AcceptedProblem {
  code: string;
  municipality: string;
  /** Rows that have it, or sheets when it is about a whole sheet. */
  count: number;
  /** What became of them. */
  says: string;
  by: string;
}

const where = (text: string): string => `--accept ${text}`;

/** @throws CliError when a problem cannot be accepted or a municipality is not in the round. */
export function parseAcceptances(texts: readonly string[], round: Round): Acceptance[] {
  return texts.map((text) => {
    const [name = "", municipality = null] = text.split(":");
    const acceptance = acceptanceOf(name);
    if (acceptance === null) {
      throw new CliError({
        what: `»${name}« is no problem that can be accepted`,
        where: where(text),
        how: `These can be: ${acceptableCodes().join(", ")}.`,
      });
    }
    if (municipality !== null && !round.municipalities.some(({ code }) => code === municipality)) {
      throw new CliError({
        what: `${municipality} is no municipality of the round`,
        where: where(text),
        how: "Write the four digits of a municipality in round.json, or leave it out to accept the problem of all.",
      });
    }
    return { code: acceptance.code, municipality };
  });
}

/** What was accepted of each municipality; named municipalities also where there was nothing to accept. */
export function acceptedProblems(
  acceptances: readonly Acceptance[],
  extracts: readonly MunicipalityExtract[],
  by: string,
): AcceptedProblem[] {
  return extracts.flatMap((extract) =>
    acceptances
      .filter(({ municipality }) => municipality === null || municipality === extract.code)
      .filter(({ code, municipality }) => municipality !== null || extract.accepted.has(code))
      .map(({ code }) => {
        const count = extract.accepted.get(code) ?? 0;
        return { code, municipality: extract.code, count, says: acceptanceOf(code)?.says ?? "", by };
      }),
  );
}
