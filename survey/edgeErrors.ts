/**
 * Everything the Worker can answer but success: one closed list. Page scripts branch on these words, people read the
 * texts in `texts/errors.<language>.ts`.
 */
export const EDGE_ERRORS = [
  /** No code was given. */
  "code_missing",
  /** The code is not one of this municipality's: mistyped, invented or somebody else's. Always the same bytes. */
  "unknown_code",
  /** Too many unknown codes from one address. */
  "too_many_codes",
  /** The answers have been sent; a draft is not taken any more. */
  "already_sent",
  /** The round has not opened. */
  "not_open",
  /** The round has closed. */
  "closed",
  /** The citizen has withdrawn the answers, for good. */
  "withdrawn",
  /** Nothing is answered. */
  "no_answers",
  /** A field holds what it cannot hold; the fields are listed. */
  "invalid",
  /** Eight devices have drafts already; a final is still taken. */
  "too_many_drafts",
  /** More than can be stored. */
  "too_large",
  /** A content type that is not read. */
  "unsupported",
  /** No such method here. */
  "method",
  /** Sent from another site's page. */
  "cross_site",
  /** No such address. */
  "not_found",
  /** The database does not answer. */
  "unavailable",
] as const;
export type EdgeError = (typeof EDGE_ERRORS)[number];

/** What can be wrong with one field. */
export const FIELD_ERRORS = [
  "choice",
  "too_long",
  "unknown",
  "missing",
  "unknown_code",
  "unknown_code_here",
] as const;
export type FieldErrorCode = (typeof FIELD_ERRORS)[number];

/** `field` is the name of the form's field; empty for one that is none of ours. */
export interface FieldError {
  field: string;
  code: FieldErrorCode;
}
