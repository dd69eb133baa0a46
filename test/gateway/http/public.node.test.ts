import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {brotliDecompressSync} from 'node:zlib';
import {loopback} from '../../support/loopback.js';
import {PUBLISHED} from '../../support/published-list.js';
import {gatewayWorld} from '../support/gateway-world.js';

const SHANGHAI = '310000';

describe('what everybody may read', async () => {
  const world = await gatewayWorld();
  const at = world.gateway(SHANGHAI);

  it('answers that it is well', async () => {
    const response = await loopback(`${at}/health`);
    assert.deepEqual(await response.json(), {status: 'ok', region: SHANGHAI});
  });

  it('says where the item list is published, and nothing when the copy at hand is right', async () => {
    const api = world.anonymous(SHANGHAI);
    const first = await api.fetchIfChanged('catalogue', {}, {});
    assert.ok(!('notModified' in first));
    assert.equal(first.body.base, PUBLISHED.base);
    assert.deepEqual(first.body.keys, PUBLISHED.keys);
    assert.deepEqual(await api.fetchIfChanged('catalogue', {}, {ifNoneMatch: first.etag!}), {notModified: true});
  });

  it('serves the guide of every edition under its own code', async () => {
    const api = world.anonymous(SHANGHAI);
    const guide = world.seeds.guides.find(({catalogCode}) => catalogCode === '002099008000')!;
    const jiangsu = guide.deltas.find(({region}) => region === '320000')!.taskCode!;
    const served = await api.call('guide', {params: {taskCode: jiangsu}, query: {}});
    assert.equal(served.taskCode, jiangsu);
    assert.equal(served.region, '320000');
    assert.equal(served.name, guide.name);
  });

  it('says that it has no such item', async () => {
    const response = await loopback(`${at}/v1/items/none/guide`, {headers: {'accept-language': 'en'}});
    assert.equal(response.status, 404);
    assert.match(response.headers.get('content-type')!, /^application\/problem\+json/);
    const problem = (await response.json()) as Record<string, unknown>;
    assert.equal(problem['code'], 'TB_ITEM_UNKNOWN');
    assert.equal(problem['title'], 'There is no such item. Check its code.');
  });

  it('speaks Chinese unless English is asked for', async () => {
    const response = await loopback(`${at}/nowhere`);
    assert.equal(((await response.json()) as {title: string}).title, '没有找到，请核对编号。');
  });

  it('answers counters for whoever runs it', async () => {
    const response = await loopback(`${at}/metrics`);
    const text = await response.text();
    assert.match(text, /tongban_request_seconds_bucket\{.*route="guide".*\}/);
    assert.match(text, /tongban_listeners\{region="310000"\} 0/);
  });

  it('publishes the keys that receipts verify with, and never a private one', async () => {
    const {keys} = (await (await loopback(`${at}/v1/keys`)).json()) as {keys: Record<string, string>[]};
    assert.equal(keys.length, 1);
    assert.equal(keys[0]!['alg'], 'ES256');
    assert.equal(keys[0]!['d'], undefined);
  });

  it('compresses what everybody may read', async () => {
    const {request} = await import('node:http');
    const {port} = new URL(at);
    const body = await new Promise<Buffer>((resolve, reject) => {
      request({port, path: '/v1/regions', headers: {host: new URL(at).host, 'accept-encoding': 'br'}}, (response) => {
        assert.equal(response.headers['content-encoding'], 'br');
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => resolve(Buffer.concat(chunks)));
      }).on('error', reject).end();
    });
    const plain = brotliDecompressSync(body);
    assert.ok(body.length * 4 < plain.length);
    assert.ok((JSON.parse(plain.toString()) as {regions: unknown[]}).regions.length > 3_000);
  });
});
