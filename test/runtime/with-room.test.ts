import {TbError} from '@tongban/domain/errors.js';
import {withRoomBy} from '@tongban/runtime/worker/with-room.js';
import {assert} from '@open-wc/testing';
import {rejectsWith} from '../support/rejects-with.js';

/** A device with so many bytes free, and an item list of so many that may go. */
function aDevice(free: number, list: number) {
  const device = {
    free,
    list,
    async write(bytes: number) {
      if (bytes > device.free) throw new TbError('TB_VAULT_FULL');
      device.free -= bytes;
      return 'kept';
    },
    async makeRoom(bytes: number) {
      const freed = Math.min(bytes, device.list);
      device.list -= freed;
      device.free += freed;
      return freed;
    },
  };
  return device;
}

describe('room for what must not be lost', () => {
  it('is made by the item list when the device is full', async () => {
    const device = aDevice(0, 5_000_000);
    assert.equal(await withRoomBy(device.makeRoom)(1_000_000, () => device.write(1_000_000)), 'kept');
    assert.isAbove(device.list, 3_000_000, 'no more than is needed');
  });

  it('is not made while there is enough', async () => {
    const device = aDevice(2_000_000, 5_000_000);
    await withRoomBy(device.makeRoom)(1_000_000, () => device.write(1_000_000));
    assert.equal(device.list, 5_000_000);
  });

  it('cannot be made where nothing is left that may go', async () => {
    const device = aDevice(0, 0);
    await rejectsWith('TB_VAULT_FULL', withRoomBy(device.makeRoom)(1_000, () => device.write(1_000)));
    await rejectsWith('TB_VAULT_FULL', withRoomBy(() => Promise.reject(new TbError('TB_NETWORK')))(1_000, () => device.write(1_000)));
  });

  it('does not help other failures', async () => {
    const device = aDevice(0, 5_000_000);
    await rejectsWith('TB_VAULT_LOCKED', withRoomBy(device.makeRoom)(1_000, () => Promise.reject(new TbError('TB_VAULT_LOCKED'))));
    assert.equal(device.list, 5_000_000);
  });
});
