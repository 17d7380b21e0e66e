/** The columns of the files that commands hand to each other and to people (DESIGN §4). More may follow; order is fixed. */
import { CLOSED_ITEM_IDS } from "./questionnaire.ts";

export const FRAME_COLUMNS = [
  "municipality",
  "cpr",
  "sex",
  "age",
  "benefit",
  "target_group",
  "weeks",
  "latest_interview",
  "finished",
  "phone",
  "name",
  "eligible",
  "exclusion",
  "file",
  "row",
] as const;
export const FLOW_COLUMNS = ["municipality", "stage", "reason", "n"] as const;
export const ALLOCATION_COLUMNS = [
  "municipality",
  "target_group",
  "population",
  "sample",
  "inclusion_probability",
  "expected_answers",
  "census",
] as const;
export const SAMPLE_COLUMNS = [
  "respondent",
  "municipality",
  "target_group",
  "sex",
  "age_band",
  "duration_band",
  "interview_band",
  "finished",
  "inclusion_probability",
  "batch",
] as const;
export const IDENTITY_COLUMNS = ["respondent", "municipality", "cpr", "phone", "name"] as const;
export const DISPOSITION_COLUMNS = [
  "respondent",
  "municipality",
  "target_group",
  "disposition",
  "answered_on",
  "waves_sent",
] as const;
export const ANSWER_COLUMNS = ["respondent", ...CLOSED_ITEM_IDS, "submitted"] as const;
export const LOCAL_COLUMNS = ["respondent", "municipality", "question", "answer"] as const;
export const FREETEXT_COLUMNS = ["respondent", "municipality", "question", "text"] as const;

/** In the order in which they are asked for: the first that applies is the person's. */
export const EXCLUSIONS = [
  "duplicate",
  "replacement_cpr",
  "under_age",
  "passive",
  "outside",
  "duration",
] as const;
export type Exclusion = (typeof EXCLUSIONS)[number];
/** `unusable`: rows without a readable person that the analyst let in; they are in flow.csv and not in frame.csv. */
export const FLOW_EXCLUSIONS = ["unusable", ...EXCLUSIONS] as const;
export type FlowExclusion = (typeof FLOW_EXCLUSIONS)[number];
