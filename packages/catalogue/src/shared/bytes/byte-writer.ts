const utf8 = new TextEncoder();

/** Writes numbers and strings one behind the other; `ByteReader` reads them in the same order. */
export class ByteWriter {
  #bytes = new Uint8Array(1 << 16);
  #length = 0;

  /** A whole number from 0 up to 2^53, seven bits to a byte, lowest first. */
  number(value: number): void {
    this.#room(8);
    let rest = value;
    while (rest >= 0x80) {
      this.#bytes[this.#length++] = (rest % 0x80) | 0x80;
      rest = Math.floor(rest / 0x80);
    }
    this.#bytes[this.#length++] = rest;
  }

  bytes(bytes: Uint8Array): void {
    this.number(bytes.length);
    this.#room(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  string(text: string): void {
    this.bytes(utf8.encode(text));
  }

  /**
   * Many whole numbers below 2^53, all lowest bytes first, then all second bytes: what is alike lies together, which is what
   * deflate needs.
   */
  column(values: ArrayLike<number>): void {
    let highest = 0;
    for (let at = 0; at < values.length; at++) highest = Math.max(highest, values[at] ?? 0);
    this.number(values.length);
    let planes = 0;
    for (let rest = highest; rest > 0; rest = Math.floor(rest / 0x100)) planes++;
    this.number(planes);
    this.#room(planes * values.length);
    for (let plane = 0, unit = 1; plane < planes; plane++, unit *= 0x100) {
      for (let at = 0; at < values.length; at++)
        this.#bytes[this.#length++] = Math.floor((values[at] ?? 0) / unit) % 0x100;
    }
  }

  finish(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.#length);
  }

  #room(bytes: number): void {
    if (this.#length + bytes <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + bytes));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}
