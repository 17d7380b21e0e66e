/** A certificate for a day, for a server that only our own browser will ever see. */
import { execFile } from "node:child_process";
import { createHash, X509Certificate } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

/** Writes key.pem and cert.pem and gives the base64 of SHA-256 of the public key, as browsers name a key. */
export async function makeCertificate(folder: string, address: string): Promise<string> {
  const [key, certificate] = [path.join(folder, "key.pem"), path.join(folder, "cert.pem")];
  await promisify(execFile)("openssl", [
    ..."req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 1".split(" "),
    "-keyout",
    key,
    "-out",
    certificate,
    "-subj",
    `/CN=${address}`,
    "-addext",
    `subjectAltName=IP:${address}`,
  ]);
  const { publicKey } = new X509Certificate(await readFile(certificate));
  const der = publicKey.export({ type: "spki", format: "der" });
  return createHash("sha256").update(der).digest("base64");
}
