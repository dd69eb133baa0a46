import {textsOf} from '@tongban/catalogue/worker/installed-row.js';
import {assert} from '@open-wc/testing';
import {anItem} from '../fixtures/service-items.js';
import {aGuide} from '../fixtures/guides.js';
import {aDevice, found, MINUTE, query} from '../support/installed-catalogue.js';
import {aPublisher, type Publisher} from '../support/publisher.js';
import {rejectsWith} from '../support/rejects-with.js';
import {until} from '../support/until.js';

const RETIRE = anItem({name: '正常退休提取住房公积金', summary: '达到法定退休年龄的职工可以提取。'});
const MOVE = anItem({name: '户口迁移', summary: '因工作调动迁移户口。'});
const CARD = anItem({name: '社会保障卡补办', summary: '遗失后可以补办。'});
const BIRTH = anItem({name: '出生医学证明', summary: '新生儿的证明。'});
const FIRST = {sequence: 1, layers: [[RETIRE, MOVE, CARD]]};
/** Takes the card away, brings the birth certificate. */
const SECOND = {sequence: 2, layers: [[RETIRE, MOVE, CARD], [BIRTH]], gone: [[], [[2]]]};

describe('the installed list', () => {
  let publisher: Publisher;
  let device: ReturnType<typeof aDevice>;

  beforeEach(async () => {
    publisher = await aPublisher();
    device = aDevice(publisher);
  });

  afterEach(() => device.close());

  const hasTexts = async (tab: ReturnType<typeof device.tab>) => (await tab.state()).texts;

  it('answers from the names before any text has come', async () => {
    await publisher.publish(FIRST);
    const tab = device.tab({pace: {quiet: () => new Promise(() => undefined), saveData: () => false}});
    assert.deepEqual(await found(tab, '户口'), ['户口迁移']);
    assert.lengthOf(publisher.asked, 2); // The manifest and one head.
    assert.isFalse((await tab.state()).texts);
  });

  it('is there without network after a reload, texts and all', async () => {
    await publisher.publish(FIRST);
    const tab = device.tab();
    await tab.search(query('户口'));
    await until(() => hasTexts(tab), 'the texts are there');
    device.cutOff();
    device.now += 60 * MINUTE;

    const reloaded = device.tab();
    const {value, asOf, stale} = await reloaded.search(query('工作调动', {tier: 'full'}));
    assert.deepEqual(
      value.hits.map(({item, by}) => [item.name, by]),
      [['户口迁移', 'text']],
    );
    assert.equal(asOf, '2026-03-02T01:00:00.000Z');
    assert.isFalse(stale, 'nobody has been asked yet');
    await until(() => reloaded.changes() > 0, 'the page hears that nobody could be reached');
    assert.isTrue((await reloaded.search(query('户口'))).stale);
    assert.deepEqual(await reloaded.state(), {
      list: {edition: '2026-1', sequence: 1, items: 3, publishedAt: '2026-03-01T00:00:00Z'},
      asOf: '2026-03-02T01:00:00.000Z',
      kept: true,
      texts: true,
    });

    device.reconnect();
    device.now += MINUTE;
    await reloaded.search(query('户口'));
    await until(() => reloaded.changes() > 1, 'the page hears that the list was confirmed');
    assert.isFalse((await reloaded.search(query('户口'))).stale);
  });

  it('says that there is no copy when nobody can be reached and nothing is installed', async () => {
    await publisher.publish(FIRST);
    device.cutOff();
    const tab = device.tab();
    await rejectsWith('TB_OFFLINE_NO_COPY', tab.search(query('户口')));
    assert.deepEqual(await tab.state(), {kept: false, texts: false});
    device.reconnect();
    assert.deepEqual(await found(tab, '户口'), ['户口迁移']);
  });

  it('transfers of an update its own layer only, and answers from the former list until all is there', async () => {
    await publisher.publish(FIRST);
    const tab = device.tab();
    await tab.search(query('户口'));
    await until(() => hasTexts(tab), 'the texts are there');
    const {layers} = await publisher.publish(SECOND);
    publisher.asked.length = 0;
    device.now += 10 * MINUTE;

    assert.deepEqual(await found(tab, '社会保障卡'), ['社会保障卡补办'], 'the former list');
    await until(() => tab.changes() > 0, 'the page hears of the new list');
    assert.deepEqual(await found(tab, '社会保障卡'), []);
    assert.deepEqual(await found(tab, '新生儿', {tier: 'full'}), ['出生医学证明']);
    const own = [layers[1]!.head, ...layers[1]!.texts].map(({sha256}) => `parts/${sha256}`);
    assert.sameMembers(publisher.asked, ['manifest.json', ...own]);
    const here = await (await device.database()).getAllKeys('parts');
    assert.sameMembers(
      here,
      layers.flatMap(({head, texts}) => [head, ...texts]).map(({sha256}) => sha256),
    );
  });

  it('goes on where an install broke off', async () => {
    await publisher.publish(FIRST);
    const tab = device.tab();
    await tab.search(query('户口'));
    await until(() => hasTexts(tab), 'the texts are there');
    const next = await publisher.publish({
      sequence: 2,
      layers: [[RETIRE, MOVE, CARD], [BIRTH], [anItem({name: '老年人优待证', summary: '六十周岁。'})]],
    });
    const last = next.layers[2]!.texts[0]!.sha256;
    publisher.faults.set(last, () => Promise.reject(new TypeError('connection reset')));
    device.now += 10 * MINUTE;
    await tab.search(query('户口'));
    await until(() => publisher.asked.includes(`parts/${last}`), 'the install breaks off');
    await until(async () => (await tab.search(query('户口'))).stale, 'the page knows');
    assert.deepEqual(await found(tab, '出生'), [], 'the former list answers');

    publisher.faults.clear();
    publisher.asked.length = 0;
    const reloaded = device.tab();
    await reloaded.search(query('户口'));
    await until(async () => (await reloaded.state()).list?.sequence === 2, 'the new list is installed');
    assert.sameMembers(publisher.asked, ['manifest.json', `parts/${last}`]);
  });

  it('brings what is missing of the texts when somebody searches them', async () => {
    const manifest = await publisher.publish(FIRST);
    device.saveData = true;
    const tab = device.tab();
    await tab.search(query('户口'));
    assert.isFalse(
      publisher.asked.includes(`parts/${textsOf(manifest)[0]!.sha256}`),
      'nothing unasked for where data is saved',
    );
    assert.deepEqual(await found(tab, '新生儿', {tier: 'full'}), []);
    assert.deepEqual(await found(tab, '工作调动', {tier: 'full'}), ['户口迁移']);
  });

  it('answers from the names where texts cannot be had, and says so', async () => {
    await publisher.publish(FIRST);
    device.saveData = true;
    await device.tab().search(query('户口'));
    device.cutOff();
    const reloaded = device.tab();
    const {value} = await reloaded.search(query('户口', {tier: 'full'}));
    assert.deepEqual([value.tier, value.total], ['names', 1]);
    device.reconnect();
    assert.equal((await reloaded.search(query('户口', {tier: 'full'}))).value.tier, 'full');
  });

  it('is installed once by two tabs that begin together', async () => {
    const manifest = await publisher.publish(FIRST);
    const [one, other] = [device.tab(), device.tab()];
    assert.deepEqual(await Promise.all([found(one, '户口'), found(other, '户口')]), [['户口迁移'], ['户口迁移']]);
    assert.lengthOf(
      publisher.asked.filter((path) => path.endsWith(manifest.layers[0]!.head.sha256)),
      1,
    );
    await until(() => hasTexts(one), 'the texts are there');
    for (const {sha256} of textsOf(manifest))
      assert.lengthOf(
        publisher.asked.filter((path) => path.endsWith(sha256)),
        1,
      );
  });

  it('keeps what another tab still reads, and lets it go when that tab has the new list too', async () => {
    const first = await publisher.publish({sequence: 1, layers: [[RETIRE, MOVE]]});
    const [one, other] = [device.tab(), device.tab()];
    device.tabsHear = false;
    await one.search(query('户口'));
    await until(() => hasTexts(one), 'the texts are there');
    await other.search(query('户口'));
    await until(
      () => publisher.asked.filter((path) => path === 'manifest.json').length === 2,
      'the other tab has compared its list too',
    );
    await publisher.publish({sequence: 2, layers: [[CARD, BIRTH]]});
    device.now += 10 * MINUTE;
    await one.search(query('户口'));
    await until(() => one.changes() > 0, 'one tab has the new list');
    const lies = async () =>
      (await (await device.database()).getAllKeys('parts')).includes(first.layers[0]!.texts[0]!.sha256);
    assert.isTrue(await lies());
    publisher.isReachable = false;
    assert.deepEqual(
      await found(other, '工作调动', {tier: 'full'}),
      ['户口迁移'],
      'the other tab reads the texts of its own list',
    );

    other.heard();
    assert.deepEqual(await found(other, '出生'), ['出生医学证明']);
    await until(async () => !(await lies()), 'the former list is gone');
  });

  it('waits for the day from which a list holds', async () => {
    await publisher.publish(FIRST);
    const tab = device.tab();
    await tab.search(query('户口'));
    await publisher.publish({...SECOND, says: {effective: ['2026-04-01', null]}});
    device.now += 10 * MINUTE;
    await tab.search(query('户口'));
    await until(
      () => publisher.asked.filter((path) => path === 'manifest.json').length === 2,
      'the new list was looked at',
    );
    assert.deepEqual(await found(tab, '社会保障卡'), ['社会保障卡补办']);
    device.now = Date.UTC(2026, 2, 31, 16); // Midnight in China.
    const laterThatDay = async () => {
      device.now += MINUTE; // The comparison before may still have been under way at midnight: the next comes in minutes.
      await tab.search(query('户口'));
      return tab.changes() > 0;
    };
    await until(laterThatDay, 'the new list is taken on its day');
    assert.deepEqual(await found(tab, '社会保障卡'), []);
  });

  it('answers guides without network once they are installed', async () => {
    const guide = aGuide();
    await publisher.publish({...FIRST, guides: [guide]});
    const tab = device.tab();
    await tab.search(query('户口'));
    const all = async () => (await (await device.database()).count('parts')) === publisher.files.size - 1;
    await until(all, 'everything is here');
    device.cutOff();
    assert.deepEqual(await device.tab().guide(guide.taskCode), {
      value: guide,
      asOf: '2026-03-02T01:00:00.000Z',
      stale: true,
    });
    assert.isUndefined(await tab.guide('no-such-item'));
    assert.isUndefined(await tab.guide('constructor'));
  });

  it('frees texts before names for what must not be lost', async () => {
    const {layers} = await publisher.publish(FIRST);
    const tab = device.tab();
    await tab.search(query('户口'));
    await until(() => hasTexts(tab), 'the texts are there');
    assert.isAtLeast(await tab.makeRoom(1), 1);
    assert.deepInclude(await tab.state(), {kept: true, texts: false});
    device.cutOff();
    assert.deepEqual(await found(device.tab(), '户口'), ['户口迁移']);

    const all = layers[0]!.head.bytes;
    assert.isAtLeast(await tab.makeRoom(1_000_000), all);
    assert.isFalse((await tab.state()).kept);
    assert.deepEqual(await found(tab, '户口'), ['户口迁移'], 'this page goes on from memory');
    await rejectsWith('TB_OFFLINE_NO_COPY', device.tab().search(query('户口')));
  });

  it('refuses a query that breaks its contract', async () => {
    await rejectsWith('TB_CONTRACT_INVALID', device.tab().search(query('户口', {limit: 1000})));
  });
});
