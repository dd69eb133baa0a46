import assert from 'node:assert/strict';
import {mkdir, mkdtemp, rename, rm, writeFile} from 'node:fs/promises';
import {request} from 'node:http';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, test} from 'node:test';
import {startPreview, type Preview} from '@tongban/catalogue/node/authoring/preview/preview-server.js';
import {aSoundGuide} from './sheets-for-tests.js';

const text = (value: unknown) => JSON.stringify(value, null, 2);

/** Asks under a name of the asker's choice, which `fetch` does not allow. */
function statusUnder(host: string, url: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(url, {headers: {host}}, (res) => {
      res.resume();
      resolve(res.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

describe('the preview of a guide', () => {
  let dir: string;
  let file: string;
  let kit: string;
  let preview: Preview;

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'tongban-preview-'));
    [file, kit] = [join(dir, 'guide.json'), join(dir, 'kit/')];
    await mkdir(kit);
    await writeFile(join(kit, 'tongban.js'), '// kit');
    await writeFile(file, text(aSoundGuide()));
    preview = await startPreview({file, kit, port: 0, region: '320000'});
  });

  afterEach(async () => {
    await preview.close();
    await rm(dir, {recursive: true});
  });

  const get = (path: string) => fetch(new URL(path, preview.url));

  test('shows it in the real tags for the region that was asked for, and asks nobody else for anything', async () => {
    const answer = await get('/');
    const page = await answer.text();
    const {taskCode} = aSoundGuide();
    assert.ok(page.includes(`<tb-item-guide item="${taskCode}" for-region="320000">`));
    assert.ok(page.includes(`<tb-material-checklist item="${taskCode}" for-region="320000">`));
    assert.match(page, /0 处错误，0 处提醒/);
    assert.match(
      answer.headers.get('content-security-policy') ?? '',
      /^default-src 'none'; script-src 'self';.*connect-src 'self'/,
    );
    assert.equal(await (await get('/kit/tongban.js')).text(), '// kit');
    assert.deepEqual(await (await get(`/v1/items/${taskCode}/guide`)).json(), aSoundGuide());
    assert.deepEqual(((await (await get('/v1/regions')).json()) as {regions: unknown[]}).regions.length, 1);
  });

  test('shows the faults in place of a guide that cannot be shown, as text', async () => {
    await writeFile(file, text({...aSoundGuide(), '<script>alert(1)</script>': 1}));
    const page = await (await get('/')).text();
    assert.ok(!page.includes('<tb-item-guide'));
    assert.ok(!page.includes('<script>alert'));
    assert.match(page, /1 处错误/);
    assert.equal((await get(`/v1/items/${aSoundGuide().taskCode}/guide`)).status, 404);
  });

  test(
    'tells its page of every save, also of one that puts another file into its place',
    {timeout: 20_000},
    async () => {
      const answer = await get('/changes');
      const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
      const decoder = new TextDecoder();
      const heard = async (wanted: string) => {
        for (let all = ''; !all.includes(wanted);) all += decoder.decode((await reader.read()).value);
      };
      await heard(': open');
      await writeFile(file, text(aSoundGuide({version: 2})));
      await heard('event: changed');
      await writeFile(`${file}.part`, text(aSoundGuide({version: 3})));
      await rename(`${file}.part`, file);
      await heard('event: changed');
      await reader.cancel();
    },
  );

  test('answers nobody who came by another name, and leads to no file beside the kit', async () => {
    assert.equal(await statusUnder('evil.example', preview.url), 403);
    for (const path of ['/kit/%2e%2e/guide.json', '/kit/..%2fguide.json', '/guide.json', '/kit/none.js']) {
      assert.equal((await get(path)).status, 404, path);
    }
  });

  test('does not begin without its file, nor without the kit', async () => {
    await assert.rejects(startPreview({file: join(dir, 'none.json'), kit, port: 0}), {name: 'TB_NOT_FOUND'});
    await assert.rejects(startPreview({file, kit: join(dir, 'none/'), port: 0}), {name: 'TB_NOT_FOUND'});
  });
});
