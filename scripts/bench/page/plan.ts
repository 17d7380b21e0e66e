/** What is measured on which link, passed from the command to its process in the phone's namespace. */
import * as z from "zod";

export const measuringPlan = z.strictObject({
  /** Folder of the built site, and of key.pem and cert.pem. */
  site: z.string(),
  secrets: z.string(),
  /** Base64 of SHA-256 of the certificate's public key: the browser takes it for this one. */
  publicKeyHash: z.string(),
  port: z.int(),
  /** A personal code: every page is opened with it after the #, as from a letter. */
  code: z.string(),
  runs: z.int().min(1),
  rounds: z.array(
    z.strictObject({
      profile: z.object({
        name: z.string(),
        downKbps: z.number(),
        upKbps: z.number(),
        roundTripMs: z.number(),
      }),
      addresses: z.array(z.string()),
    }),
  ),
});
export type MeasuringPlan = z.infer<typeof measuringPlan>;

/** A visit took place; every run of every address of every round makes one. */
export const visited = z.strictObject({
  profile: z.string(),
  address: z.string(),
  visit: z.strictObject({
    fcp: z.number(),
    lcp: z.number(),
    load: z.number(),
    shifts: z.number(),
    blocking: z.number(),
    requests: z.number(),
    wireBytes: z.number(),
    reaction: z.number().nullable(),
  }),
});
export type Visited = z.infer<typeof visited>;
