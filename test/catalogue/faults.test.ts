import type {ErrorCode} from '@tongban/domain/errors.js';
import {assert} from '@open-wc/testing';
import {anItem} from '../fixtures/service-items.js';
import {aDevice, found, MINUTE, query, type Tab} from '../support/installed-catalogue.js';
import {aKey, aPublisher, type Fault, type Publisher} from '../support/publisher.js';
import {rejectsWith} from '../support/rejects-with.js';
import {until} from '../support/until.js';

const OLD = anItem({name: '户口迁移', summary: '因工作调动迁移户口。'});
const NEW = anItem({name: '出生医学证明', summary: '新生儿的证明。'});

describe('a publication that is not what it should be', () => {
  let publisher: Publisher;
  let device: ReturnType<typeof aDevice>;
  let tab: Tab;

  beforeEach(async () => {
    publisher = await aPublisher();
    device = aDevice(publisher);
    await publisher.publish({sequence: 5, layers: [[OLD]]});
    tab = device.tab();
    await tab.search(query('户口'));
    await until(async () => (await tab.state()).texts, 'the texts are there');
    device.now += 10 * MINUTE;
  });

  afterEach(() => device.close());

  const publishNext = () => publisher.publish({sequence: 6, layers: [[OLD], [NEW]]});

  /** The former list answers in this tab and after a reload, the page is told why, and a sound publication is taken afterwards. */
  async function isRefused(problem: ErrorCode): Promise<void> {
    await tab.search(query('户口'));
    await until(() => tab.changes() > 0, 'the page hears of it');
    assert.equal((await tab.state()).problem, problem);
    assert.equal((await tab.state()).list?.sequence, 5);
    assert.deepEqual(await found(tab, '户口'), ['户口迁移']);
    assert.deepEqual(await found(tab, '出生'), []);
    assert.deepEqual(await found(tab, '工作调动', {tier: 'full'}), ['户口迁移']);
    device.cutOff();
    const reloaded = device.tab();
    assert.deepEqual(await found(reloaded, '户口'), ['户口迁移']);
    await until(() => reloaded.changes() > 0, 'that page has tried in vain to compare its list');
    device.reconnect();
  }

  async function isTakenNow(): Promise<void> {
    publisher.faults.clear();
    await publisher.publish({sequence: 7, layers: [[OLD], [NEW]]});
    device.now += 10 * MINUTE;
    await tab.search(query('户口'));
    await until(async () => (await tab.state()).list?.sequence === 7, 'the sound list is taken');
    assert.deepEqual(await found(tab, '出生'), ['出生医学证明']);
    assert.isUndefined((await tab.state()).problem);
  }

  const spoilHead = async (fault: Fault) => publisher.faults.set((await publishNext()).layers[1]!.head.sha256, fault);
  const flipped = (bytes: Uint8Array<ArrayBuffer>) =>
    Uint8Array.from(bytes, (byte, at) => (at === 20 ? byte ^ 1 : byte));

  it('a truncated part', async () => {
    await spoilHead((bytes) => bytes.slice(0, -7));
    await isRefused('TB_CATALOGUE_BROKEN');
    await isTakenNow();
  });

  it('a part with one bit flipped', async () => {
    await spoilHead(flipped);
    await isRefused('TB_CATALOGUE_BROKEN');
    await isTakenNow();
  });

  it('a text with one bit flipped', async () => {
    publisher.faults.set((await publishNext()).layers[1]!.texts[0]!.sha256, flipped);
    await isRefused('TB_CATALOGUE_BROKEN');
    await isTakenNow();
  });

  it('a part with something behind its end', async () => {
    await spoilHead((bytes) => Uint8Array.from([...bytes, 0]));
    await isRefused('TB_CATALOGUE_BROKEN');
    await isTakenNow();
  });

  it('a part that is not there', async () => {
    await spoilHead(() => new Response(null, {status: 404}));
    await isRefused('TB_CATALOGUE_BROKEN');
    await isTakenNow();
  });

  it('a part that inflates further than it may', async () => {
    const bomb = await publisher.part(new Uint8Array(30_000_000), {plain: 1_000});
    const next = await publishNext();
    await publisher.seal({...next, layers: [next.layers[0]!, {...next.layers[1]!, head: bomb}]});
    assert.isBelow(bomb.bytes, 100_000);
    await isRefused('TB_CATALOGUE_BROKEN');
    await isTakenNow();
  });

  it('a part that says itself that it is a bomb', async () => {
    const next = await publishNext();
    const head = {...next.layers[1]!.head, plain: 10_000_000_000};
    await publisher.seal({...next, layers: [next.layers[0]!, {...next.layers[1]!, head}]});
    await isRefused('TB_CATALOGUE_BROKEN');
    await isTakenNow();
  });

  it('a head that is signed and cannot be read', async () => {
    const nonsense = await publisher.part(new TextEncoder().encode('no head at all'));
    const next = await publishNext();
    await publisher.seal({...next, layers: [next.layers[0]!, {...next.layers[1]!, head: nonsense}]});
    await isRefused('TB_CATALOGUE_BROKEN');
    await isTakenNow();
  });

  it('a manifest that somebody else signed', async () => {
    const impostor = {...(await aKey('k1')), publicKey: publisher.signer.publicKey};
    await publisher.seal(await publisher.manifestOf({sequence: 6, layers: [[OLD], [NEW]]}), impostor);
    await isRefused('TB_CATALOGUE_SIGNATURE');
    await isTakenNow();
  });

  it('a manifest whose key the gateway does not name', async () => {
    await publisher.seal(await publisher.manifestOf({sequence: 6, layers: [[OLD], [NEW]]}), await aKey('k2'));
    await isRefused('TB_CATALOGUE_SIGNATURE');
    await isTakenNow();
  });

  it('a manifest that was changed after it was signed', async () => {
    await publishNext();
    publisher.faults.set('manifest.json', (bytes) => {
      const signed = JSON.parse(new TextDecoder().decode(bytes)) as {payload: string};
      const payload = btoa(
        atob(signed.payload.replace(/-/g, '+').replace(/_/g, '/')).replace('"sequence":6', '"sequence":9'),
      ).replace(/=+$/, '');
      return new TextEncoder().encode(JSON.stringify({...signed, payload}));
    });
    await isRefused('TB_CATALOGUE_SIGNATURE');
    await isTakenNow();
  });

  it('a signed manifest that breaks its contract', async () => {
    await publisher.seal({...(await publishNext()), layers: []});
    await isRefused('TB_CATALOGUE_BROKEN');
    await isTakenNow();
  });

  it('a list of another region', async () => {
    await publisher.publish({sequence: 6, layers: [[OLD], [NEW]], says: {region: '330000'}});
    await isRefused('TB_CATALOGUE_BROKEN');
    await isTakenNow();
  });

  it('a sequence that was used for something else', async () => {
    await publisher.publish({sequence: 5, layers: [[OLD], [NEW]]});
    await isRefused('TB_CATALOGUE_ROLLED_BACK');
    await isTakenNow();
  });

  it('a list that is older than the installed one', async () => {
    await publisher.publish({sequence: 4, layers: [[OLD], [NEW]]});
    await isRefused('TB_CATALOGUE_ROLLED_BACK');
    await isTakenNow();
  });

  it('a list older than one that was seen, though that one could not be installed, and after everything was cleared away for space', async () => {
    await spoilHead(flipped);
    await tab.search(query('户口'));
    await until(() => tab.changes() > 0, 'sequence 6 is refused for its part');
    await tab.makeRoom(1_000_000);
    await publisher.publish({sequence: 5, layers: [[OLD], [NEW]]});
    await rejectsWith('TB_CATALOGUE_ROLLED_BACK', device.tab().search(query('户口')));
  });

  it('the page of a captive portal instead: that is no answer of the publisher, and the list is shown as stale', async () => {
    publisher.faults.set(
      'manifest.json',
      () => new Response('<html>Please log in to the Wi-Fi</html>', {headers: {'content-type': 'text/html'}}),
    );
    await tab.search(query('户口'));
    await until(() => tab.changes() > 0, 'the page hears of it');
    const {stale, value} = await tab.search(query('户口'));
    assert.deepEqual([stale, value.total], [true, 1]);
    assert.isUndefined((await tab.state()).problem);
  });

  it('executes nothing that stands in it', async () => {
    const hostile = anItem({
      name: '<img src=x onerror="globalThis.wasExecuted=1">办理',
      summary: '<script>globalThis.wasExecuted=1</script>',
    });
    await publisher.publish({sequence: 6, layers: [[hostile]]});
    await tab.search(query('户口'));
    await until(() => tab.changes() > 0, 'the list is taken');
    assert.deepEqual(await found(tab, '办理'), [hostile.name], 'text is text');
    assert.notProperty(globalThis, 'wasExecuted');
  });
});

describe('a device on which a part rotted', () => {
  it('fetches it again', async () => {
    const publisher = await aPublisher();
    const device = aDevice(publisher);
    const {layers} = await publisher.publish({sequence: 5, layers: [[OLD]]});
    await device.tab().search(query('户口'));
    const db = await device.database();
    const {sha256} = layers[0]!.head;
    const rotten = new Uint8Array((await db.get('parts', sha256))!);
    rotten[10]! ^= 4;
    await db.put('parts', rotten.buffer, sha256);

    assert.deepEqual(await found(device.tab(), '户口'), ['户口迁移']);
    device.cutOff();
    assert.deepEqual(await found(device.tab(), '户口'), ['户口迁移'], 'mended');
    await device.close();
  });
});
