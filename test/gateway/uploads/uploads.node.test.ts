import {Upload} from 'tus-js-client';
import assert from 'node:assert/strict';
import {randomBytes} from 'node:crypto';
import {existsSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {request as httpRequest} from 'node:http';
import {describe, it} from 'node:test';
import {beginUpload, hashOf, metadata, aScan, sendBytes, tus, upload} from '../support/filings.js';
import {gatewayWorld} from '../support/gateway-world.js';
import {until} from '../support/until.js';

const SHANGHAI = '310000';
const LIMIT = 14 * 1024 ** 2;

const problemOf = async (response: Response) => {
  assert.match(response.headers.get('content-type') ?? '', /^application\/problem\+json/);
  return (await response.json()) as {code: string; status: number; details?: Record<string, unknown>};
};

describe('uploads', async () => {
  const world = await gatewayWorld({limits: {uploadBytes: LIMIT, uploadBytesPerPerson: 3 * LIMIT}});
  const resident = await world.person('sh-resident', SHANGHAI, SHANGHAI);
  const clerk = await world.staff('SH3100-1201', SHANGHAI);
  const pdf = (size: number) => new Uint8Array(Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(size - 9)]));
  const fileOf = (id: string) => join(world.uploadDir(SHANGHAI), id);
  const offsetAt = async (location: string) => {
    const response = await resident.send({method: 'HEAD', url: new URL(location, resident.gateway).href, headers: tus});
    return {status: response.status, offset: Number(response.headers.get('upload-offset'))};
  };

  it('go on where a broken connection stopped, and keep the bytes that came', async () => {
    const bytes = pdf(12 * 1024 ** 2);
    const location = (await beginUpload(resident, bytes)).headers.get('location')!;
    let reached = 0;
    for (let cut = 0; cut < 2; cut++) {
      await sendAndBreak(location, bytes, reached, 4 * 1024 ** 2);
      reached = await until(async () => {
        const {offset} = await offsetAt(location);
        return offset > reached && offset;
      });
      assert.ok(reached < bytes.length);
    }
    assert.equal((await sendBytes(resident, location, bytes.slice(reached), reached)).status, 204);
    const db = await world.database.tenant(SHANGHAI);
    const row = await db.selectFrom('uploads').select(['state', 'size']).where('id', '=', location.split('/').pop()!).executeTakeFirstOrThrow();
    assert.deepEqual(row, {state: 'done', size: bytes.length});
  });

  it('work with the tus client that pages use', async () => {
    const bytes = Buffer.from(pdf(300_000));
    const location = await new Promise<string>((resolve, reject) => {
      const uploading = new Upload(bytes, {
        endpoint: `${resident.gateway.replace(/\/\/[^/:]+/, '//127.0.0.1')}/v1/uploads`,
        chunkSize: 100_000,
        retryDelays: null,
        metadata: {filename: 'a.pdf', filetype: 'application/pdf', sha256: hashOf(bytes)},
        onBeforeRequest: async (request) => {
          request.setHeader('Host', new URL(resident.gateway).host);
          const url = resident.gateway + new URL(request.getURL()).pathname;
          for (const [name, value] of Object.entries(await resident.session.sign({method: request.getMethod(), url}))) request.setHeader(name, value);
        },
        onError: reject,
        onSuccess: () => resolve(uploading.url!),
      });
      uploading.start();
    });
    assert.match(location, /\/v1\/uploads\/[0-9a-f]{32}$/);
  });

  it('refuse a file that is too large before its first byte', async () => {
    const response = await resident.send({
      method: 'POST',
      url: `${resident.gateway}/v1/uploads`,
      headers: {...tus, 'upload-length': String(LIMIT + 1), 'upload-metadata': metadata({filename: 'a.pdf', filetype: 'application/pdf', sha256: hashOf(aScan())})},
    });
    assert.equal(response.status, 413);
    const problem = await problemOf(response);
    assert.equal(problem.code, 'TB_UPLOAD_TOO_LARGE');
    assert.deepEqual(problem.details, {limit: LIMIT});
  });

  it('take no more bytes than were announced', async () => {
    const begun = await beginUpload(resident, aScan('short'));
    const response = await sendBytes(resident, begun.headers.get('location')!, aScan('much longer than was announced'));
    assert.equal((await problemOf(response)).code, 'TB_UPLOAD_TOO_LARGE');
  });

  it('refuse a kind of file that is not on the list', async () => {
    const response = await beginUpload(resident, aScan(), {mediaType: 'text/html'});
    assert.equal(response.status, 415);
    assert.equal((await problemOf(response)).code, 'TB_UPLOAD_TYPE');
  });

  it('refuse a file that only says it is a picture, and drop it', async () => {
    const bytes = new Uint8Array(Buffer.from('<script>alert(1)</script>'));
    const location = (await beginUpload(resident, bytes, {mediaType: 'image/png'})).headers.get('location')!;
    const response = await sendBytes(resident, location, bytes);
    assert.equal(response.status, 415);
    assert.equal((await problemOf(response)).code, 'TB_UPLOAD_TYPE');
    const again = await resident.send({method: 'PATCH', url: new URL(location, resident.gateway).href, headers: {...tus, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream'}, body: bytes});
    assert.equal((await problemOf(again)).code, 'TB_UPLOAD_TYPE');
  });

  it('refuse a zip that is no OFD document', async () => {
    const bytes = zipOf('word/document.xml');
    const location = (await beginUpload(resident, bytes, {mediaType: 'application/ofd'})).headers.get('location')!;
    assert.equal((await problemOf(await sendBytes(resident, location, bytes))).code, 'TB_UPLOAD_TYPE');
    await upload(resident, zipOf('OFD.xml'), {mediaType: 'application/ofd', fileName: '证照.ofd'});
  });

  it('refuse a file that was damaged on the way', async () => {
    const bytes = aScan();
    const location = (await beginUpload(resident, bytes, {sha256: hashOf(aScan('another'))})).headers.get('location')!;
    const response = await sendBytes(resident, location, bytes);
    assert.equal(response.status, 422);
    assert.equal((await problemOf(response)).code, 'TB_UPLOAD_HASH');
  });

  it('say when bytes begin at the wrong place', async () => {
    const bytes = aScan();
    const location = (await beginUpload(resident, bytes)).headers.get('location')!;
    const response = await sendBytes(resident, location, bytes.slice(3), 3);
    assert.equal(response.status, 409);
    assert.equal((await problemOf(response)).status, 409);
  });

  it('belong to who began them', async () => {
    const bytes = aScan();
    const location = (await beginUpload(resident, bytes)).headers.get('location')!;
    assert.equal((await problemOf(await sendBytes(clerk, location, bytes))).code, 'TB_UPLOAD_UNKNOWN');
    const foreign = await clerk.send({method: 'DELETE', url: new URL(location, clerk.gateway).href, headers: tus});
    assert.equal(foreign.status, 422);
    assert.equal((await sendBytes(resident, location, bytes)).status, 204);
  });

  it('need a sign-in', async () => {
    const {loopback} = await import('../../support/loopback.js');
    const response = await loopback(`${resident.gateway}/v1/uploads`, {method: 'POST', headers: tus});
    assert.equal(response.status, 401);
    assert.equal((await problemOf(response)).code, 'TB_SIGN_IN_REQUIRED');
  });

  it('ask for the hash', async () => {
    const response = await beginUpload(resident, aScan(), {sha256: 'none'});
    assert.equal((await problemOf(response)).code, 'TB_CONTRACT_INVALID');
  });

  it('let a page on the list read answer and headers, and no other', async () => {
    const preflight = (origin: string) =>
      new Promise<Record<string, unknown>>((resolve, reject) => {
        const {port, host} = new URL(resident.gateway);
        const headers = {host, origin, 'access-control-request-method': 'PATCH', 'access-control-request-headers': 'authorization,dpop,tus-resumable,upload-offset'};
        httpRequest({port, method: 'OPTIONS', path: '/v1/uploads/x', headers}, (response) => resolve({status: response.statusCode, ...response.headers})).on('error', reject).end();
      });
    const own = await preflight(world.page(SHANGHAI));
    assert.equal(own['access-control-allow-origin'], world.page(SHANGHAI));
    assert.match(String(own['access-control-allow-headers']), /Upload-Offset/);
    assert.equal((await preflight('http://evil.example'))['status'], 403);
    const bytes = aScan('cors');
    const begun = await beginUpload(resident, bytes, {headers: {origin: world.page(SHANGHAI)}});
    assert.equal(begun.headers.get('access-control-allow-origin'), world.page(SHANGHAI));
    assert.match(begun.headers.get('access-control-expose-headers') ?? '', /Location/);
  });

  it('hold a person to what they may keep without a case', async () => {
    const firm = await world.staff('SH3100-1202', SHANGHAI);
    const begin = () => beginUpload(firm, new Uint8Array(LIMIT));
    const statuses = [await begin(), await begin(), await begin(), await begin()].map(({status}) => status);
    assert.deepEqual(statuses, [201, 201, 201, 413]);
  });

  it('end when nobody used them', async () => {
    const piece = await upload(resident, aScan('forgotten'));
    assert.ok(existsSync(fileOf(piece.uploadId)));
    const db = await world.database.tenant(SHANGHAI);
    await db.updateTable('uploads').set({expires_at: new Date(0)}).where('id', '=', piece.uploadId).execute();
    await world.restart(SHANGHAI);
    await until(async () => (await db.selectFrom('uploads').select('id').where('id', '=', piece.uploadId).executeTakeFirst()) === undefined);
    assert.ok(!existsSync(fileOf(piece.uploadId)));
  });

  /** Sends the beginning of a file and cuts the cable. */
  async function sendAndBreak(location: string, bytes: Uint8Array, offset: number, length: number): Promise<void> {
    const url = new URL(location, resident.gateway);
    const headers = {
      ...tus, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream', 'content-length': String(bytes.length - offset),
      host: url.host, ...(await resident.session.sign({method: 'PATCH', url: url.href})),
    };
    await new Promise<void>((resolve) => {
      const sending = httpRequest({port: url.port, method: 'PATCH', path: url.pathname, headers: headers as Record<string, string>});
      sending.on('error', () => resolve());
      sending.write(bytes.slice(offset, offset + length));
      void until(() => statSync(fileOf(location.split('/').pop()!)).size > offset).then(() => sending.destroy());
    });
  }
});

/** A zip with one empty entry. */
function zipOf(name: string): Uint8Array<ArrayBuffer> {
  const entry = Buffer.from(name);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(entry.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(entry.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + entry.length, 12);
  end.writeUInt32LE(30 + entry.length, 16);
  return new Uint8Array(Buffer.concat([local, entry, central, entry, end]));
}
