/** Runs workerd on a file of `prepareWorkerd` until its input ends; says its address in a line. */
import { readFile } from "node:fs/promises";
import { convertV4MiniflareOptions, Miniflare, Response } from "miniflare";
import { stayOffline } from "../offline.ts";

stayOffline();
const settings = JSON.parse(await readFile(process.argv[2] ?? "", "utf8"));
/** The Worker asks its bindings and nobody else. */
const denied = (): Response => new Response("Nothing outside can be reached.", { status: 403 });
const workers = settings.workers.map((worker: object) => ({ ...worker, outboundService: denied }));
const miniflare = new Miniflare(convertV4MiniflareOptions({ ...settings, workers }));
console.log((await miniflare.ready).origin);
process.stdin.resume();
process.stdin.once("end", () => void miniflare.dispose());
