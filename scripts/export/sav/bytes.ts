/** Bytes in the order in which they are added; numbers are little-endian, texts UTF-8. */
export class Bytes {
  #parts: Uint8Array[] = [];

  /** 32-bit whole numbers. */
  int(...values: readonly number[]): this {
    const view = new DataView(new ArrayBuffer(values.length * 4));
    values.forEach((value, i) => view.setInt32(i * 4, value, true));
    return this.raw(new Uint8Array(view.buffer));
  }

  /** 64-bit floating point. */
  double(...values: readonly number[]): this {
    const view = new DataView(new ArrayBuffer(values.length * 8));
    values.forEach((value, i) => view.setFloat64(i * 8, value, true));
    return this.raw(new Uint8Array(view.buffer));
  }

  /** Cut at a whole character, or filled up with blanks. */
  text(value: string, length: number): this {
    const padded = new Uint8Array(length).fill(0x20);
    padded.set(utf8(value, length));
    return this.raw(padded);
  }

  raw(bytes: Uint8Array): this {
    this.#parts.push(bytes);
    return this;
  }

  done(): Uint8Array {
    const whole = new Uint8Array(this.#parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of this.#parts) {
      whole.set(part, at);
      at += part.length;
    }
    this.#parts = [whole];
    return whole;
  }
}

const encoder = new TextEncoder();

/** UTF-8 of at most so many bytes, cut at a whole character. */
export function utf8(text: string, most = Infinity): Uint8Array {
  const bytes = encoder.encode(text);
  if (bytes.length <= most) return bytes;
  let end = most;
  while (end > 0 && ((bytes[end] ?? 0) & 0b1100_0000) === 0b1000_0000) end--;
  return bytes.subarray(0, end);
}

export const roundUp = (value: number, to: number): number => Math.ceil(value / to) * to;
