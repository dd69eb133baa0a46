import {feed} from '@tongban/gateway/events/feed.js';
import {streamEvents} from '@tongban/gateway/events/event-stream.js';
import {eventsRoute} from '@tongban/gateway/events/events-route.js';
import {outbox} from '@tongban/gateway/events/outbox.js';
import {defaultLimits} from '@tongban/gateway/config.js';
import {inTransaction} from '@tongban/gateway/database/in-transaction.js';
import {metrics} from '@tongban/gateway/http/metrics.js';
import '@tongban/gateway/http/request-state.js';
import type {Principal} from '@tongban/gateway/identity/principal.js';
import {fastify} from 'fastify';
import assert from 'node:assert/strict';
import type {ServerResponse} from 'node:http';
import {Writable} from 'node:stream';
import {describe, it} from 'node:test';
import {aDatabase} from '../support/a-database.js';
import {until} from '../support/until.js';

const SHANGHAI = '310000';
const resident: Principal = {kind: 'person', id: 'sh-resident', userType: 'person', loa: 3, homeRegion: '310101'};
const fail = (error: unknown) => assert.ifError(error);

describe('a listener', async () => {
  const {database, another, beforeClose} = await aDatabase();
  const db = await database.tenant(SHANGHAI);
  const hints = outbox(db, SHANGHAI);
  const news = await feed(hints, database.notices, fail);
  beforeClose(() => news.close());
  let revision = 0;
  const tell = async (times = 1, at = db) =>
    inTransaction(at, async (tx) => {
      for (let n = 0; n < times; n++) {
        await hints.add(tx, {about: 'case', caseNo: 'c', revision: ++revision}, {people: ['sh-resident'], regions: [], isForPeers: false}, new Date());
      }
    });

  it('that does not read is dropped, and the others hear on', async () => {
    const stuck = new Writable({write: () => undefined, highWaterMark: 1});
    let dropped = 0;
    await streamEvents(stuck as unknown as ServerResponse, hints, news, {principal: resident, after: undefined, bufferBytes: 2_000, onDropped: () => dropped++});
    const heard: string[] = [];
    const quick = new Writable({write: (chunk: Buffer, _encoding, done) => (heard.push(String(chunk)), done())});
    await streamEvents(quick as unknown as ServerResponse, hints, news, {principal: resident, after: undefined, bufferBytes: 2_000, onDropped: () => assert.fail()});
    for (let n = 0; n < 40 && dropped === 0; n++) await tell();
    await until(() => dropped === 1);
    assert.ok(stuck.destroyed);
    const before = heard.length;
    await tell();
    await until(() => heard.length > before);
    quick.destroy();
  });

  it('misses nothing of transactions that end in another order than they began', async () => {
    const other = await (await another()).tenant(SHANGHAI);
    const start = await hints.last();
    // On PGlite transactions take turns, so there the order is kept by the database itself.
    await Promise.all(Array.from({length: 10}, (_, n) => tell(3, n % 2 ? db : other)));
    const seen: number[] = [];
    for (let position = start; ; ) {
      const batch = await hints.after(position, 7);
      if (batch.length === 0) break;
      seen.push(...batch.map((hint) => hint.position));
      position = seen[seen.length - 1]!;
    }
    assert.deepEqual(seen, Array.from({length: 30}, (_, n) => start + 1 + n));
  });

  it('is sent a sign of life while nothing happens', async () => {
    const app = fastify();
    app.decorateRequest('principal', undefined);
    app.addHook('onRequest', (request, _reply, done) => {
      request.principal = resident;
      done();
    });
    const route = eventsRoute({outbox: hints, feed: news, limits: defaultLimits, metrics: metrics(SHANGHAI), heartbeatMs: 20});
    route.register(app);
    const origin = await app.listen({port: 0, host: '127.0.0.1'});
    const response = await fetch(`${origin}/v1/events`);
    let text = '';
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      text += new TextDecoder().decode(chunk);
      if (text.includes(': \n\n')) break;
    }
    route.close();
    await app.close();
  });
});
