/** The public part of the round that this build is for: the file named by BORGERSVAR_EDGE, read once. */
import { readFileSync } from "node:fs";
import { edgeSchema, shownVersion, type Edge } from "#survey/edge.ts";
import { questionnaireOf, type Questionnaire } from "#survey/questionnaire.ts";

function read(): Edge {
  const file = process.env["BORGERSVAR_EDGE"];
  if (!file) throw new Error("BORGERSVAR_EDGE must name the edge.json that the site is built from");
  return edgeSchema.parse(JSON.parse(readFileSync(file, "utf8")));
}

export const edge: Edge = read();

function shown(): Questionnaire {
  const questionnaire = questionnaireOf(shownVersion(edge));
  if (!questionnaire) throw new Error(`no questionnaire ${shownVersion(edge)}`);
  return questionnaire;
}

/** The questionnaire that citizens see in this round. */
export const questionnaire: Questionnaire = shown();
