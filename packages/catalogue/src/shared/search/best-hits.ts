/** A hit before it is shown. */
export interface Place {
  readonly layer: number;
  readonly ordinal: number;
  /** The level of the best field, see levels.ts. */
  readonly best: number;
}

/** Keeps the best `size` of all that are offered, in order: least key first, of equals the one offered first. */
export class BestHits {
  readonly #size: number;
  /** A heap, worst on top. */
  readonly #kept: {key: number; turn: number; place: Place}[] = [];
  #turns = 0;

  constructor(size: number) {
    this.#size = size;
  }

  offer(key: number, layer: number, ordinal: number, best: number): void {
    const turn = this.#turns++;
    const kept = this.#kept;
    if (kept.length < this.#size) {
      kept.push({key, turn, place: {layer, ordinal, best}});
      this.#up(kept.length - 1);
    } else if (kept[0] && key < kept[0].key) {
      kept[0] = {key, turn, place: {layer, ordinal, best}};
      this.#down();
    }
  }

  get offered(): number {
    return this.#turns;
  }

  inOrder(): Place[] {
    return [...this.#kept].sort((a, b) => a.key - b.key || a.turn - b.turn).map(({place}) => place);
  }

  #isWorse(a: number, b: number): boolean {
    const [first, second] = [this.#kept[a], this.#kept[b]];
    return (
      first !== undefined &&
      second !== undefined &&
      (first.key > second.key || (first.key === second.key && first.turn > second.turn))
    );
  }

  #swap(a: number, b: number): void {
    const [first, second] = [this.#kept[a], this.#kept[b]];
    if (first && second) [this.#kept[a], this.#kept[b]] = [second, first];
  }

  #up(from: number): void {
    for (let at = from; at > 0;) {
      const parent = (at - 1) >> 1;
      if (!this.#isWorse(at, parent)) return;
      this.#swap(at, parent);
      at = parent;
    }
  }

  #down(): void {
    for (let at = 0; ;) {
      let worst = at;
      for (const child of [2 * at + 1, 2 * at + 2]) if (this.#isWorse(child, worst)) worst = child;
      if (worst === at) return;
      this.#swap(at, worst);
      at = worst;
    }
  }
}
