/** One writing transaction. */
export interface Write {
  readonly stores: readonly string[];
  /** From its begin to its end. */
  readonly ms: number;
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
    transaction.addEventListener('complete', () => writes.push({stores, ms: performance.now() - began}));
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
