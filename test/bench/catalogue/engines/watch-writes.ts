/** One writing transaction. */
export interface Write {
  readonly stores: readonly string[];
  /** Milliseconds of the worker's clock. */
  readonly began: number;
  readonly ended: number;
}

/** Milliseconds in which at least one of them was open: those of one store wait for each other. */
export function timeOpen(writes: readonly Write[]): number {
  let open = 0;
  let until = 0;
  for (const {began, ended} of [...writes].sort((a, b) => a.began - b.began)) {
    open += Math.max(0, ended - Math.max(began, until));
    until = Math.max(until, ended);
  }
  return open;
}

/** Watches the writing transactions of this worker's databases from outside, so that what is measured carries no clocks of its own. */
export function watchWrites(): {taken(): Write[]} {
  let writes: Write[] = [];
  const original = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function watched(this: IDBDatabase, ...given: Parameters<typeof original>) {
    const transaction = original.apply(this, given);
    if (transaction.mode !== 'readwrite') return transaction;
    const began = performance.now();
    const stores = [...transaction.objectStoreNames];
    transaction.addEventListener('complete', () => writes.push({stores, began, ended: performance.now()}));
    return transaction;
  };
  return {
    taken() {
      const all = writes;
      writes = [];
      return all;
    },
  };
}
