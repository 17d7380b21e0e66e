/** The Worker's routes. No GET: a link scanner, a preview or a prefetch can change nothing by construction. */
import { Hono, type Context } from "hono";
import type { App, Effects } from "./env.ts";
import { refuse, unavailable } from "./errors.ts";
import { atMost, sameSiteOnly, securityHeaders } from "./guards.ts";
import { readLanguage } from "./language.ts";
import { postFind } from "./routes/find.ts";
import { postOptOut } from "./routes/optOut.ts";
import { postAnswers } from "./routes/postAnswers.ts";
import { putAnswers } from "./routes/putAnswers.ts";

/** Room for texts far over the limit, percent-encoded: who has pasted too much gets the page back filled in, and can shorten it. */
const ANSWERS_BYTES = 256 * 1024;
const CODE_BYTES = 4 * 1024;

export function createApp(effects: Effects): Hono<App> {
  const app = new Hono<App>();
  app.use(securityHeaders);
  app.use(async (c, next) => {
    c.set("effects", effects);
    await next();
  });
  app.use(readLanguage);
  app.put("/svar", sameSiteOnly, atMost(ANSWERS_BYTES), putAnswers);
  app.post("/svar", sameSiteOnly, atMost(ANSWERS_BYTES), postAnswers);
  app.post("/afmeld", sameSiteOnly, atMost(CODE_BYTES), postOptOut);
  app.post("/find", sameSiteOnly, atMost(CODE_BYTES), postFind);
  app.all("/svar", (c) => refuseMethod(c, "PUT, POST"));
  app.all("/afmeld", (c) => refuseMethod(c, "POST"));
  app.all("/find", (c) => refuseMethod(c, "POST"));
  app.notFound((c) => refuse(c, { error: "not_found" }));
  app.onError(unavailable);
  return app;
}

function refuseMethod(c: Context<App>, allowed: string): Promise<Response> {
  c.header("Allow", allowed);
  return refuse(c, { error: "method" });
}
