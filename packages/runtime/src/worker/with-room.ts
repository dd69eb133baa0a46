import {hasCode} from '@tongban/domain/errors.js';

/** Does work that writes about so many bytes, a second time when the device was full and something could be cleared away. */
export type WithRoom = <T>(bytes: number, work: () => Promise<T>) => Promise<T>;

/** A scan is sealed and kept with its draft, so it takes a little more than its own size. */
const SHARE = 1.25;
/** A write is tried again for whatever little was freed. */
const LEAST_BYTES = 100_000;

/** The item list can be fetched again; what a person entrusts to this device cannot. */
export function withRoomBy(makeRoom: (bytes: number) => Promise<number>): WithRoom {
  return async (bytes, work) => {
    try {
      return await work();
    } catch (error) {
      if (!hasCode(error, 'TB_VAULT_FULL')) throw error;
      const freed = await makeRoom(Math.max(LEAST_BYTES, bytes * SHARE)).catch(() => 0);
      if (freed === 0) throw error;
      return work();
    }
  };
}
