import {assert} from '@open-wc/testing';
import {createDraft, readDraft} from '@tongban/vault/worker/drafts.js';
import {unlock} from '@tongban/vault/worker/keyring.js';
import {findOwnDevice, forgetOwnDevice, keepOwnDevice, leaveVaultOpen, openOwnDevice, OWN_DEVICE_MS} from '@tongban/vault/worker/own-device.js';
import {findSignIn, keepSignIn, takeSignIn} from '@tongban/vault/worker/sign-ins.js';
import {AN_ITEM, aDraftBody} from '../fixtures/drafts.js';
import {GATEWAY, MONDAY, openVault, type TestVault} from '../support/open-vault.js';

const EVENING = MONDAY + OWN_DEVICE_MS;
const aKey = () => crypto.subtle.generateKey({name: 'ECDSA', namedCurve: 'P-256'}, false, ['sign', 'verify']);

describe('a device its owner called their own', () => {
  let vault: TestVault;
  let draftId: string;

  beforeEach(async () => {
    vault = await openVault();
    await keepOwnDevice(vault.db, GATEWAY, await aKey(), EVENING);
    const unlocked = await unlock(vault.db, {gateway: GATEWAY, personId: 'li', share: 'share'}, MONDAY);
    await leaveVaultOpen(vault.db, GATEWAY, unlocked);
    ({draftId} = await createDraft(vault.db, unlocked.safe, AN_ITEM, aDraftBody(), MONDAY));
  });

  afterEach(() => vault.remove());

  it('opens the vault after a reload without network', async () => {
    const safe = await openOwnDevice(vault.db, GATEWAY, EVENING - 1);
    assert.equal((await readDraft(vault.db, safe!, draftId)).draftId, draftId);
  });

  it('opens nothing after twelve hours, and forgets its keys', async () => {
    assert.isUndefined(await openOwnDevice(vault.db, GATEWAY, EVENING));
    assert.equal(await vault.db.count('device-keys'), 0);
  });

  it('opens nothing when its clock was turned back', async () => {
    assert.isUndefined(await openOwnDevice(vault.db, GATEWAY, MONDAY - 1));
  });

  it('opens nothing after signing out', async () => {
    await forgetOwnDevice(vault.db, GATEWAY);
    assert.isUndefined(await openOwnDevice(vault.db, GATEWAY, MONDAY));
  });

  it('opens nothing for another gateway', async () => {
    assert.isUndefined(await openOwnDevice(vault.db, 'https://other.example', MONDAY));
  });

  it('keeps keys that no script can take out', async () => {
    const row = (await findOwnDevice(vault.db, GATEWAY, MONDAY))!;
    assert.isFalse(row.signing.privateKey.extractable);
    assert.isFalse(row.vault!.wrapping.extractable);
  });

  it('leaves no way into the vault of whoever did not say so', async () => {
    await forgetOwnDevice(vault.db, GATEWAY);
    await leaveVaultOpen(vault.db, GATEWAY, await unlock(vault.db, {gateway: GATEWAY, personId: 'wang', share: 'share'}, MONDAY));
    assert.equal(await vault.db.count('device-keys'), 0);
  });
});

describe('a sign-in that has left the page', () => {
  let vault: TestVault;
  const TEN_MINUTES = 10 * 60 * 1000;

  beforeEach(async () => {
    vault = await openVault();
    await keepSignIn(vault.db, 'state', {verifier: 'v'}, MONDAY);
  });

  afterEach(() => vault.remove());

  it('comes back once', async () => {
    assert.deepEqual(await findSignIn(vault.db, 'state', MONDAY), {verifier: 'v'});
    const answers = await Promise.all([takeSignIn(vault.db, 'state', MONDAY), takeSignIn(vault.db, 'state', MONDAY)]);
    assert.lengthOf(answers.filter(Boolean), 1);
  });

  it('is nothing after ten minutes', async () => {
    assert.isUndefined(await takeSignIn(vault.db, 'state', MONDAY + TEN_MINUTES + 1));
  });

  it('is cleared away by the next one', async () => {
    await keepSignIn(vault.db, 'other', {}, MONDAY + TEN_MINUTES + 1);
    assert.deepEqual(await vault.db.getAllKeys('sign-ins'), ['other']);
  });
});
