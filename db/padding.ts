/**
 * Pads a text so that its length says nothing: 4 bytes length (big-endian), the text in UTF-8, zeros, together
 * 1, 2, 4, 8, 16 or 32 KiB.
 */
const KIB = 1024;
const SIZES = [1, 2, 4, 8, 16, 32].map((kib) => kib * KIB);
const HEADER = 4;

/** The smallest of the sizes that holds the text; `null` when it does not fit into 32 KiB. */
export function pad(text: string): Uint8Array<ArrayBuffer> | null {
  const bytes = new TextEncoder().encode(text);
  const size = sizeFor(bytes.length);
  if (size === null) return null;
  const padded = new Uint8Array(size);
  new DataView(padded.buffer).setUint32(0, bytes.length);
  padded.set(bytes, HEADER);
  return padded;
}

/** The text, or `null` when the bytes are not what {@link pad} makes of any text. */
export function unpad(padded: Uint8Array): string | null {
  if (padded.length < HEADER) return null;
  const length = new DataView(padded.buffer, padded.byteOffset, padded.byteLength).getUint32(0);
  if (sizeFor(length) !== padded.length) return null;
  if (padded.subarray(HEADER + length).some((byte) => byte !== 0)) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(
      padded.subarray(HEADER, HEADER + length),
    );
  } catch {
    return null;
  }
}

const sizeFor = (length: number): number | null => SIZES.find((size) => HEADER + length <= size) ?? null;
