import {errors, type ErrorCode} from '@tongban/domain/errors.js';
import assert from 'node:assert/strict';
import {request as httpRequest} from 'node:http';
import {describe, it} from 'node:test';
import {aFiling, aKey, aScan, upload} from '../support/filings.js';
import {gatewayWorld, type Visitor} from '../support/gateway-world.js';
import {until} from '../support/until.js';

const SHANGHAI = '310000';

describe('a request', async () => {
  const world = await gatewayWorld({limits: {bodyBytes: 50_000}});
  const resident = await world.person('sh-resident', SHANGHAI, SHANGHAI);
  const at = resident.gateway;
  let scans = 0;
  const submit = async () => (await resident.api.call('submit', {body: aFiling(await upload(resident, aScan(`scan ${scans++}`))), key: aKey()})).caseNo;

  async function post(path: string, body: string | object, headers: Record<string, string> = {}, who: Visitor = resident) {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return who.send({method: 'POST', url: at + path, headers: {'content-type': 'application/json', ...headers}, body: text});
  }
  async function isRefused(response: Response, code: ErrorCode): Promise<Record<string, unknown>> {
    const problem = (await response.json()) as Record<string, unknown>;
    assert.equal(problem['code'], code);
    assert.equal(response.status, errors[code].status);
    assert.equal(problem['status'], response.status);
    assert.match(response.headers.get('content-type')!, /^application\/problem\+json/);
    return problem;
  }

  it('needs a key for a command', async () => {
    await isRefused(await post('/v1/cases', aFiling(undefined)), 'TB_COMMAND_KEY');
    await isRefused(await post('/v1/cases', aFiling(undefined), {'idempotency-key': 'x'.repeat(81)}), 'TB_COMMAND_KEY');
  });

  it('has to say which revision a command builds on', async () => {
    const caseNo = await submit();
    const body = {action: 'withdraw', payload: {}};
    await isRefused(await post(`/v1/cases/${caseNo}/commands`, body, {'idempotency-key': aKey()}), 'TB_CASE_PRECONDITION');
    await isRefused(await post(`/v1/cases/${caseNo}/commands`, body, {'idempotency-key': aKey(), 'if-match': '*'}), 'TB_CASE_PRECONDITION');
    await isRefused(await post(`/v1/cases/${caseNo}/commands`, body, {'idempotency-key': aKey(), 'if-match': '"9"'}), 'TB_CASE_STALE');
    const done = await post(`/v1/cases/${caseNo}/commands`, body, {'idempotency-key': aKey(), 'if-match': '"1"'});
    assert.equal(done.status, 201);
  });

  it('that has not the agreed shape is told where', async () => {
    const key = {'idempotency-key': aKey()};
    const problem = await isRefused(await post('/v1/cases', {...aFiling(undefined), mode: 'magic'}, key), 'TB_CONTRACT_INVALID');
    assert.equal((problem['details'] as {at: string}).at, 'mode');
    await isRefused(await post('/v1/cases', {...aFiling(undefined), extra: 1}, key), 'TB_CONTRACT_INVALID');
    await isRefused(await post('/v1/cases', '{"taskCode":', key), 'TB_CONTRACT_INVALID');
    await isRefused(await post('/v1/cases', '{"__proto__":{"x":1}}', key), 'TB_CONTRACT_INVALID');
    await isRefused(await post('/v1/cases', 'plain', {...key, 'content-type': 'text/plain'}), 'TB_CONTRACT_INVALID');
    const query = await resident.send({method: 'GET', url: `${at}/v1/me?x=1`});
    await isRefused(query, 'TB_CONTRACT_INVALID');
  });

  it('with a body that is too large is not read to its end', async () => {
    const problem = await isRefused(await post('/v1/cases', {fill: 'x'.repeat(60_000)}, {'idempotency-key': aKey()}), 'TB_CONTRACT_INVALID');
    assert.deepEqual(problem['details'], {at: 'body', why: 'size'});
  });

  it('from a page that is not on the list is refused', async () => {
    const answer = (origin: string) =>
      new Promise<{status: number | undefined; allowed: string | undefined; body: string}>((resolve, reject) => {
        const {port, host} = new URL(at);
        httpRequest({port, path: '/v1/catalogue', headers: {host, origin}}, (response) => {
          let body = '';
          response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk)).on('end', () => resolve({status: response.statusCode, allowed: response.headers['access-control-allow-origin'], body}));
        }).on('error', reject).end();
      });
    const own = await answer(world.page(SHANGHAI));
    assert.deepEqual([own.status, own.allowed], [200, world.page(SHANGHAI)]);
    for (const origin of ['http://evil.example', 'null', `${world.page(SHANGHAI)}.evil.example`, world.page(SHANGHAI).replace('http:', 'https:')]) {
      const {status, allowed, body} = await answer(origin);
      assert.deepEqual([status, allowed], [403, undefined], origin);
      assert.equal((JSON.parse(body) as {code: string}).code, 'TB_ORIGIN_FOREIGN');
    }
  });

  it('by the wrong kind of person is refused', async () => {
    const clerk = await world.staff('SH3100-1201', SHANGHAI);
    await isRefused(await clerk.send({method: 'GET', url: `${at}/v1/cases`}), 'TB_FORBIDDEN');
    await isRefused(await resident.send({method: 'GET', url: `${at}/v1/staff/cases`}), 'TB_FORBIDDEN');
    await isRefused(await post('/v1/peer/hints', {hints: []}), 'TB_FORBIDDEN');
  });

  it('is written down by who, what and how it ended, without anything personal', async () => {
    const caseNo = await submit();
    await resident.send({method: 'GET', url: `${at}/v1/staff/cases`});
    const db = await world.database.tenant(SHANGHAI);
    const rows = await until(async () => {
      const all = await db.selectFrom('audit').selectAll().execute();
      return all.some(({route}) => route === 'staffCases') && all;
    });
    assert.ok(rows.some((row) => row.who === 'sh-resident' && row.route === 'submit' && row.case_no === caseNo && row.code === 'ok'));
    assert.ok(rows.some((row) => row.who === 'sh-resident' && row.route === 'staffCases' && row.code === 'TB_FORBIDDEN'));
  });

  it('leaves nothing personal in the log', async () => {
    await submit();
    await resident.send({method: 'GET', url: `${at}/v1/me?delegation=secret-delegation`});
    const text = world.log.join('\n');
    assert.match(text, /"route":"submit"/);
    const person = world.seeds.people.find(({id}) => id === 'sh-resident')!;
    for (const secret of [person.name, person.idNo, person.mobile!, '6222020200112233445', 'secret-delegation', 'DPoP', '127.0.0.1']) assert.ok(!text.includes(secret), secret);
  });

  it('that goes wrong inside is answered without what went wrong, and logged without what was sent', async () => {
    const caseNo = await submit();
    const db = await world.database.tenant(SHANGHAI);
    await db.deleteFrom('case_fields').where('case_no', '=', caseNo).execute();
    await db.updateTable('case_events').set({event: '{"a":"顾秀兰"}'}).where('case_no', '=', caseNo).execute();
    const before = world.log.length;
    const response = await resident.send({method: 'GET', url: `${at}/v1/cases/${caseNo}`});
    assert.equal(response.status, 500);
    assert.ok(!(await response.text()).includes('顾秀兰'));
    const logged = await until(() => world.log.slice(before).find((line) => line.includes('a request failed')));
    assert.ok(!logged.includes('顾秀兰'));
  });
});

describe('too many requests', async () => {
  const world = await gatewayWorld({limits: {perPrincipal: 5}});
  const resident = await world.person('sh-resident', SHANGHAI, SHANGHAI);

  it('by one person are told when to come back, and others are served', async () => {
    const me = () => resident.send({method: 'GET', url: `${resident.gateway}/v1/me`});
    const statuses: number[] = [];
    for (let n = 0; n < 5; n++) statuses.push((await me()).status);
    assert.deepEqual(statuses, [200, 200, 200, 200, 200]);
    const refused = await me();
    assert.equal(refused.status, 429);
    assert.ok(Number(refused.headers.get('retry-after')) >= 1);
    assert.equal(((await refused.json()) as {code: string}).code, 'TB_RATE_LIMITED');
    assert.ok((await world.anonymous(SHANGHAI).call('regions', {})).regions.length > 3_000);
  });
});
