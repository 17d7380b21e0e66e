/**
 * RFC 9180, appendix A.1.1 (DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-128-GCM, base mode). Appendix A has no vector for
 * AES-256-GCM with X25519; key derivation, encapsulation and key schedule are the same code.
 */
import {
  AEAD_AES_128_GCM,
  CipherSuite,
  KDF_HKDF_SHA256,
  KEM_DHKEM_X25519_HKDF_SHA256,
  type CryptoKey,
  type KEMFactory,
} from "hpke";
import { describe, expect, it } from "vitest";
import { SUITE } from "#db/suite.ts";

const hex = (text: string): Uint8Array =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

const info = hex("4f6465206f6e2061204772656369616e2055726e");
const ikmE = hex("7268600d403fce431561aef583ee1613527cff655c1343f29812e66706df3234");
const ikmR = hex("6db9df30aa07dd42ee5e8181afdb977e538f5e1fec8a06223f33f7013e525037");
const pkRm = "3948cfe0ad1ddb695d780e59077195da6c56506b027329794ab02bca80815c4d";
const enc = "37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431";
const pt = hex("4265617574792069732074727574682c20747275746820626561757479");
const aad = hex("436f756e742d30");
const ct = "f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a96d8770ac83d07bea87e13c512a";

/** The KEM whose next ephemeral key pair is the vector's. */
const withEphemeral: KEMFactory<CryptoKey> = () => {
  const kem = KEM_DHKEM_X25519_HKDF_SHA256();
  return { ...kem, GenerateKeyPair: () => kem.DeriveKeyPair(ikmE, true) };
};

export function describeKnownAnswers(): void {
  describe("RFC 9180 A.1.1", () => {
    const suite = new CipherSuite(withEphemeral, KDF_HKDF_SHA256, AEAD_AES_128_GCM);

    it("derives the recipient's key pair, with the survey's suite too", async () => {
      for (const derives of [suite, SUITE]) {
        const { publicKey } = await derives.DeriveKeyPair(ikmR);
        expect(toHex(await derives.SerializePublicKey(publicKey))).toBe(pkRm);
      }
    });

    it("seals to the vector's bytes and opens them", async () => {
      const recipient = await suite.DeriveKeyPair(ikmR);
      const sealed = await suite.Seal(recipient.publicKey, pt, { info, aad });
      expect(toHex(sealed.encapsulatedSecret)).toBe(enc);
      expect(toHex(sealed.ciphertext)).toBe(ct);
      expect(await suite.Open(recipient, hex(enc), hex(ct), { info, aad })).toEqual(pt);
    });
  });
}
