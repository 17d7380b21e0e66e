/** The Worker. The only place with a clock. */
import { retryEffects } from "#db/retry.ts";
import { createApp } from "./app.ts";
import type { Env } from "./env.ts";

const app = createApp({ now: () => Date.now(), retry: retryEffects });

export default { fetch: app.fetch } satisfies ExportedHandler<Env>;
