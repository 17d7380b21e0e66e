/** The service worker. It stands at the root, and each questionnaire registers it for its own addresses only. */
import type { APIRoute } from "astro";
// oxlint-disable-next-line import/default -- site/build/inlineBundle.ts makes the default export
import script from "../client/serviceWorker/main.ts?bundle";

export const GET: APIRoute = () => new Response(script);
