/** The items as a list shows them, one JSON line each: bytes, and where each begins. */
export class Records {
  readonly #bytes: Uint8Array;
  readonly #starts: Uint32Array;

  private constructor(bytes: Uint8Array, starts: Uint32Array) {
    this.#bytes = bytes;
    this.#starts = starts;
  }

  static async load(base: string): Promise<Records> {
    const bytes = new Uint8Array(await (await fetch(`${base}records.jsonl`)).arrayBuffer());
    const starts = [0];
    for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) starts.push(at + 1);
    return new Records(bytes, Uint32Array.from(starts));
  }

  get count(): number {
    return this.#starts.length - 1;
  }

  of(ordinals: readonly number[]): unknown[] {
    const decoder = new TextDecoder();
    return ordinals.map((ordinal) => JSON.parse(decoder.decode(this.#bytes.subarray(this.#starts[ordinal], (this.#starts[ordinal + 1] ?? 0) - 1))) as unknown);
  }
}
