/**
 * RFC 9180, appendix A.1.1 (DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-128-GCM, base mode). Appendix A has no vector for
 * AES-256-GCM with X25519: there the package is held against an independent reading of the RFC that has proved itself here.
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
import { bytesOfHex, hexOf } from "./hex.ts";
import { derivedSecret, openBase } from "./rfc9180.ts";

const info = bytesOfHex("4f6465206f6e2061204772656369616e2055726e");
const ikmE = bytesOfHex("7268600d403fce431561aef583ee1613527cff655c1343f29812e66706df3234");
const ikmR = bytesOfHex("6db9df30aa07dd42ee5e8181afdb977e538f5e1fec8a06223f33f7013e525037");
const pkRm = "3948cfe0ad1ddb695d780e59077195da6c56506b027329794ab02bca80815c4d";
const enc = "37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431";
const pt = bytesOfHex("4265617574792069732074727574682c20747275746820626561757479");
const aad = bytesOfHex("436f756e742d30");
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
        expect(hexOf(await derives.SerializePublicKey(publicKey))).toBe(pkRm);
      }
    });

    it("seals to the vector's bytes and opens them", async () => {
      const recipient = await suite.DeriveKeyPair(ikmR);
      const sealed = await suite.Seal(recipient.publicKey, pt, { info, aad });
      expect(hexOf(sealed.encapsulatedSecret)).toBe(enc);
      expect(hexOf(sealed.ciphertext)).toBe(ct);
      expect(await suite.Open(recipient, bytesOfHex(enc), bytesOfHex(ct), { info, aad })).toEqual(pt);
    });

    it("is opened by an independent reading of the RFC, which opens what the survey's suite seals too", async () => {
      const secret = await derivedSecret(ikmR);
      const recipient = { secret, publicKey: bytesOfHex(pkRm) };
      const vector = { enc: bytesOfHex(enc), ciphertext: bytesOfHex(ct) };
      expect(await openBase({ keyBytes: 16 }, recipient, vector, { info, aad })).toEqual(pt);
      const { publicKey } = await SUITE.DeriveKeyPair(ikmR);
      for (const message of [pt, new Uint8Array(1024), new Uint8Array(32_768).fill(7)]) {
        const { encapsulatedSecret, ciphertext } = await SUITE.Seal(publicKey, message, { info, aad });
        const sealed = { enc: new Uint8Array(encapsulatedSecret), ciphertext: new Uint8Array(ciphertext) };
        expect(await openBase({ keyBytes: 32 }, recipient, sealed, { info, aad })).toEqual(message);
        await expect(openBase({ keyBytes: 16 }, recipient, sealed, { info, aad })).rejects.toHaveProperty(
          "name",
          "OperationError",
        );
      }
    });
  });
}
