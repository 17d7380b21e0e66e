/** Bytes as text that any storage takes. */
export const toBase64 = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));

export const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (symbol) => symbol.charCodeAt(0));

export const random = (bytes: number): Uint8Array<ArrayBuffer> =>
  crypto.getRandomValues(new Uint8Array(bytes));

/** 22 base64url characters that name nobody: 16 random bytes, near enough (62 and 63 look alike). */
export const randomName = (): string => toBase64(random(16)).replace(/\W/g, "_").slice(0, 22);
