/** What the names of drafts on the device begin with. */
export const PREFIX = "svar.";
