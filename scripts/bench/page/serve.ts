/**
 * A built site over HTTP/2 and TLS 1.3, as a process: compressed as the edge does it, with the site's own headers.
 * Options: folder of the site, folder with key.pem and cert.pem, port. Says "ready" by message.
 */
import { readFileSync } from "node:fs";
import { createSecureServer, type Http2ServerResponse } from "node:http2";
import path from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { SECURITY_HEADERS } from "#survey/securityHeaders.ts";
import { policyOf } from "../../io/siteHeaders.ts";

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
};

const [site = "", secrets = "", port = ""] = process.argv.slice(2);
const headers = readFileSync(path.join(site, "_headers"), "utf8");

const compressed = new Map<string, Buffer>();

function compress(file: string): Buffer {
  const known = compressed.get(file);
  if (known) return known;
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  const bytes = brotliCompressSync(readFileSync(file), { params });
  compressed.set(file, bytes);
  return bytes;
}

function answer(address: string, response: Http2ServerResponse): void {
  const { pathname } = new URL(address, "https://site");
  const file = path.join(site, pathname.endsWith("/") ? `${pathname}index.html` : pathname);
  const type = TYPES[path.extname(file)];
  if (!type || !path.resolve(file).startsWith(path.resolve(site))) {
    response.writeHead(404).end();
    return;
  }
  try {
    const body = compress(file);
    const policy = policyOf(pathname, headers);
    response.writeHead(200, {
      ...SECURITY_HEADERS,
      "content-type": type,
      "content-encoding": "br",
      "content-security-policy": policy,
    });
    response.end(body);
  } catch {
    response.writeHead(404).end();
  }
}

const server = createSecureServer(
  {
    key: readFileSync(path.join(secrets, "key.pem")),
    cert: readFileSync(path.join(secrets, "cert.pem")),
    minVersion: "TLSv1.3",
  },
  (request, response) => {
    // The pages are what is measured: an answer that is sent to the server is taken at once.
    if (request.method === "GET") answer(request.url, response);
    else request.resume().on("end", () => response.writeHead(204).end());
  },
);
// The address of the link comes after the process has its namespace.
server.listen({ host: "0.0.0.0", port: Number(port) }, () => process.send?.("ready"));
process.on("disconnect", () => process.exit());
