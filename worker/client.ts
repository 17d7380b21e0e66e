/** The name of a draft that has no script to name it: 16 random bytes, as the page makes them. */
import { toBase64Url } from "#db/base64.ts";

export const newClient = (): string => toBase64Url(crypto.getRandomValues(new Uint8Array(16)));
