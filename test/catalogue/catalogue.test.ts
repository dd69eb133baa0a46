import {openCatalogueStore, type CatalogueStore} from '@tongban/catalogue/worker/catalogue-store.js';
import {createCatalogue, type CatalogueNeeds} from '@tongban/catalogue/worker/catalogue.js';
import {TbError, type ErrorCode} from '@tongban/domain/errors.js';
import type {Installed} from '@tongban/catalogue/worker/installed.js';
import {assert} from '@open-wc/testing';
import {deleteDB} from 'idb';
import regions from '../../demo/data/regions.json';
import {aGuide} from '../fixtures/guides.js';

const MORNING = Date.UTC(2026, 2, 2, 1);
const MINUTE = 60_000;
const CODE = aGuide().taskCode;

/** A gateway that answers by ETag, counts, and can be cut off. */
function aGateway(content: Record<string, unknown>) {
  const asked: {what: string; etag: string | undefined}[] = [];
  const gateway = {
    asked,
    content,
    fails: undefined as ErrorCode | undefined,
    async answer(what: string, etag: string | undefined) {
      asked.push({what, etag});
      if (gateway.fails) throw new TbError(gateway.fails);
      if (!(what in content)) throw new TbError('TB_ITEM_UNKNOWN');
      const current = `"${JSON.stringify(content[what]).length}"`;
      return etag === current ? ({same: true} as const) : ({same: false, value: content[what], etag: current} as const);
    },
  };
  return gateway;
}

const content = () => ({
  [`guide ${CODE}`]: aGuide(),
  regions,
});

describe('the catalogue of a page', () => {
  let name: string;
  let store: CatalogueStore;
  let now: number;

  beforeEach(async () => {
    name = `test-${Math.random()}`;
    store = await openCatalogueStore({name});
    now = MORNING;
  });

  afterEach(async () => {
    store.close();
    await deleteDB(name);
  });

  const catalogueOf = (gateway: ReturnType<typeof aGateway>, needs: Partial<CatalogueNeeds> = {}) =>
    createCatalogue({
      source: 'https://gateway.example',
      fetchGuide: (taskCode, etag) => gateway.answer(`guide ${taskCode}`, etag),
      fetchRegions: (etag) => gateway.answer('regions', etag),
      now: () => new Date(now),
      openStore: async () => store,
      openInstalled: () => Promise.reject(new TbError('TB_NETWORK')),
      ...needs,
    });

  it('shows a guide from the gateway, and the copy marked stale while the gateway cannot be reached', async () => {
    const gateway = aGateway(content());
    const fresh = await catalogueOf(gateway).guide(CODE);
    assert.deepEqual(fresh, {value: aGuide(), asOf: '2026-03-02T01:00:00.000Z', stale: false});

    now += 60 * MINUTE;
    gateway.fails = 'TB_NETWORK';
    assert.deepEqual(await catalogueOf(gateway).guide(CODE), {...fresh, stale: true});
  });

  it('asks whether its copy is current and takes the new time when it is', async () => {
    const gateway = aGateway(content());
    await catalogueOf(gateway).guide(CODE);
    now += MINUTE;
    const again = await catalogueOf(gateway).guide(CODE);
    assert.isString(gateway.asked[1]?.etag);
    assert.equal(again.asOf, '2026-03-02T01:01:00.000Z');

    gateway.fails = 'TB_TIMEOUT';
    assert.equal((await catalogueOf(gateway).guide(CODE)).asOf, '2026-03-02T01:01:00.000Z');
  });

  it('shows a new version of a guide at once', async () => {
    const gateway = aGateway(content());
    await catalogueOf(gateway).guide(CODE);
    gateway.content[`guide ${CODE}`] = aGuide({version: 20});
    assert.equal((await catalogueOf(gateway).guide(CODE)).value.version, 20);
  });

  it('says that there is no copy when there is none', async () => {
    const gateway = aGateway(content());
    gateway.fails = 'TB_NETWORK';
    await rejects(catalogueOf(gateway).guide(CODE), 'TB_OFFLINE_NO_COPY');
  });

  it('does not hide an answer behind a copy: an item that is gone is gone', async () => {
    const gateway = aGateway(content());
    await catalogueOf(gateway).guide(CODE);
    delete gateway.content[`guide ${CODE}`];
    await rejects(catalogueOf(gateway).guide(CODE), 'TB_ITEM_UNKNOWN');
  });

  it('shows the copy rather than a guide that breaks its contract', async () => {
    const gateway = aGateway(content());
    await catalogueOf(gateway).guide(CODE);
    gateway.content[`guide ${CODE}`] = {...aGuide(), version: 'two'};
    assert.isTrue((await catalogueOf(gateway).guide(CODE)).stale);
    await rejects(
      catalogueOf(aGateway({...content(), [`guide ${CODE}`]: {}}), {source: 'https://other.example'}).guide(CODE),
      'TB_GATEWAY_ANSWER',
    );
  });

  it('keeps the copies of two gateways apart', async () => {
    await catalogueOf(aGateway(content())).guide(CODE);
    const other = aGateway(content());
    other.fails = 'TB_NETWORK';
    await rejects(catalogueOf(other, {source: 'https://other.example'}).guide(CODE), 'TB_OFFLINE_NO_COPY');
  });

  it('asks once for all who wait for one guide', async () => {
    const gateway = aGateway(content());
    const catalogue = catalogueOf(gateway);
    await Promise.all([catalogue.guide(CODE), catalogue.guide(CODE), catalogue.guide(CODE)]);
    assert.lengthOf(gateway.asked, 1);
  });

  it('shows the installed guide when the gateway cannot be reached and there is no copy', async () => {
    const gateway = aGateway(content());
    const installed = {value: aGuide({version: 7}), asOf: '2026-03-01T00:00:00.000Z', stale: true};
    const asked: string[] = [];
    const openInstalled = async () =>
      ({guide: async (code: string) => (asked.push(code), code === CODE ? installed : undefined)}) as Installed;
    const catalogue = catalogueOf(gateway, {openInstalled});
    assert.equal((await catalogue.guide(CODE)).value.version, aGuide().version);
    assert.isEmpty(asked, 'nobody loads the installed list while the gateway answers');
    gateway.fails = 'TB_NETWORK';
    assert.deepEqual(
      await catalogueOf(gateway, {openInstalled, source: 'https://other.example'}).guide(CODE),
      installed,
    );
    await rejects(catalogueOf(gateway, {openInstalled}).guide('no-such-item'), 'TB_OFFLINE_NO_COPY');
  });

  it('works without a store on this device', async () => {
    const gateway = aGateway(content());
    const catalogue = catalogueOf(gateway, {openStore: () => Promise.reject(new Error('no IndexedDB here'))});
    assert.equal((await catalogue.guide(CODE)).value.taskCode, CODE);
    store.close();
    assert.isFalse((await catalogueOf(gateway).guide(CODE)).stale);
  });

  it('lists provinces and what lies below a region', async () => {
    const catalogue = catalogueOf(aGateway(content()));
    assert.include(
      (await catalogue.regions()).map(({name}) => name),
      '江苏省',
    );
    assert.include(
      (await catalogue.regions('320600')).map(({name}) => name),
      '崇川区',
    );
  });
});

async function rejects(call: Promise<unknown>, code: ErrorCode): Promise<void> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  assert.propertyVal(error, 'name', code);
}
