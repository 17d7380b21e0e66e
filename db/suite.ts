/** The one cipher suite of the survey: HPKE base mode (RFC 9180), X25519, HKDF-SHA-256, AES-256-GCM. */
import { AEAD_AES_256_GCM, CipherSuite, KDF_HKDF_SHA256, KEM_DHKEM_X25519_HKDF_SHA256 } from "hpke";

export const SUITE = new CipherSuite(KEM_DHKEM_X25519_HKDF_SHA256, KDF_HKDF_SHA256, AEAD_AES_256_GCM);

export type PublicKey = Awaited<ReturnType<typeof SUITE.DeserializePublicKey>>;
export type PrivateKey = Awaited<ReturnType<typeof SUITE.DeriveKeyPair>>;
