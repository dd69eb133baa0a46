import {chromium} from 'playwright-core';
import {findChromium} from '/work/main/test/support/browsers/find-chromium.mjs';
import {createServer} from 'node:http';
import {aDatabase} from '/work/main/test/gateway/support/a-database.js';
import {federatedWorld} from '/work/main/test/gateway/identity/federated-world.js';
import {visit} from '/work/main/test/support/sign-in.js';
import {it} from 'node:test';
const data = await aDatabase();
it('real', async () => {
  const world = await federatedWorld(data);
  const browser = await chromium.launch({executablePath: await findChromium(), args: ['--no-sandbox']});
  const context = await browser.newContext({viewport: {width: 375, height: 740}, locale: 'zh-CN'});
  const page = await context.newPage();
  page.on('console', (m) => console.log('console', m.text()));
  await page.route((u) => u.hostname.startsWith('www.'), (r) => r.fulfill({contentType: 'text/html', body: '<!doctype html><title>p</title><body>page'}));
  const SH = '310000', JS = '320000';
  const sh = visit({gateway: world.gateway(SH), page: world.page(SH)});
  await page.goto((await sh.session.begin({}, {mode: 'openly', from: world.page(SH) + '/x'})).navigateTo);
  await page.screenshot({path: '/tmp/tb/where.png'});
  await page.click('text=江苏');
  await page.screenshot({path: '/tmp/tb/chooser.png', fullPage: true});
  await page.click('button[aria-label="顾秀兰 以认证等级 3 登录"]');
  console.log('at', new URL(page.url()).origin);
  await sh.session.complete(page.url());
  console.log(sh.session.current());
  await sh.session.begin({}, {mode: 'openly', from: world.page(SH) + '/x'});
  await page.goto(world.page(JS) + '/');
  const js = visit({gateway: world.gateway(JS), page: world.page(JS)});
  const {navigateTo} = await js.session.begin({}, {mode: 'inFrame', from: world.page(JS) + '/'});
  const back = await page.evaluate((url) => new Promise<string>((done) => { const f = document.createElement('iframe'); f.hidden = true; f.src = url; document.body.append(f); const t = setInterval(() => { try { if (f.contentWindow!.location.search.includes('state')) { clearInterval(t); done(f.contentWindow!.location.href); } } catch {} }, 20); setTimeout(() => done('timeout'), 4000); }), navigateTo);
  console.log('frame', back.replace(/code=[^&]*/, 'code=…').slice(0, 120));
  await js.session.complete(back);
  console.log(js.session.current());
  // sign out from the page by fetch (CORS)
  const url = world.gateway(JS) + '/oidc/sign-out';
  const headers = await js.session.sign({method: 'POST', url});
  console.log('sign-out', await page.evaluate(async ([u, h]) => { const r = await fetch(u as string, {method: 'POST', headers: h as never}); return r.status; }, [url, headers] as const));
  console.log((await sh.send({method: 'GET', url: world.gateway(SH) + '/whoami'})).status);
  // step-up page
  const again = visit({gateway: world.gateway(SH), page: world.page(SH)});
  await page.goto((await again.session.begin({homeRegion: JS, minLoa: 4}, {mode: 'openly', from: world.page(SH) + '/x'})).navigateTo);
  await page.screenshot({path: '/tmp/tb/chooser4.png', fullPage: true});
  const staff = visit({gateway: world.gateway(JS), page: world.window});
  await page.goto((await staff.session.begin({userType: 'staff'}, {mode: 'openly', from: world.window + '/x'})).navigateTo);
  await page.screenshot({path: '/tmp/tb/staff.png', fullPage: true});
  const {readFileSync} = await import('node:fs');
  await page.goto((await again.session.begin({homeRegion: JS}, {mode: 'openly', from: world.page(SH) + '/x'})).navigateTo);
  await context.close();
  const c2 = await browser.newContext({viewport: {width: 375, height: 740}, bypassCSP: true}); const p2 = await c2.newPage();
  for (const wish of [{}, {homeRegion: JS}, {userType: 'staff' as const}]) {
    const v = wish.userType ? staff : again;
    await p2.goto((await v.session.begin(wish, {mode: 'openly', from: world.page(SH) + '/x'})).navigateTo);
    await p2.addScriptTag({content: readFileSync('/work/main/node_modules/axe-core/axe.min.js', 'utf8')});
    const r = await p2.evaluate(() => (window as any).axe.run());
    console.log('axe', p2.url().slice(0, 60), r.violations.map((v: any) => v.id + ' ' + v.nodes[0].html));
  }
  await browser.close();
  await world.close();
});
