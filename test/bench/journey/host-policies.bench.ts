// Whether the guide is shown, and nothing is reported, under the policies that docs/embedding.md promises.
import {chromium, type Browser} from 'playwright-core';
import {chromiumFlags} from '../../support/browsers/starts.mjs';
import {figure, note} from '../figure.js';
import {itemPages, startDemo, type Demo} from './demo.js';
import {startFront, type Policy} from './front.js';

const LIMIT_MS = 30_000;

const demo = await startDemo();
const url = new URL(itemPages.modern(demo));
const front = await startFront(url);
const browser = await chromium.launch({executablePath: process.env['CHROME_PATH']!, args: [...chromiumFlags, `--host-resolver-rules=MAP ${url.host} 127.0.0.1:${front.port}`]});
try {
  let violations = 0;
  let shown = 0;
  const all = policies(demo);
  for (const [name, policy] of Object.entries(all)) {
    front.use(policy);
    const {reports, isShown, workers} = await visit(browser, url.href);
    note(`${name}: guide ${isShown ? 'shown' : 'NOT shown'}, ${workers} worker, ${reports.length} violations ${reports.join('; ')}`);
    violations += reports.length;
    if (isShown && workers === 1) shown += 1;
  }
  figure('journey.csp_policies_served', shown, 'count');
  figure('journey.csp_policies_missed', Object.keys(all).length - shown, 'count', {atMost: 0});
  figure('journey.csp_violations', violations, 'count', {atMost: 0});
} finally {
  await browser.close();
  front.close();
  await demo.close();
}

function policies({at}: Demo): Record<string, Policy> {
  const [kit, gateway] = [at('cdn'), at('gateway.jiangsu')];
  const rest = `default-src 'none'; style-src 'self'; img-src 'self'; connect-src ${gateway}; frame-src 'self' ${gateway}; base-uri 'none'`;
  const byAddress = `${rest}; script-src 'self' ${kit}`;
  const trusted = `require-trusted-types-for 'script'; trusted-types tongban lit-html`;
  const withStub = {
    edit: (html: string) => html.replace('</head>', '<meta name="tongban-worker" content="/tongban-worker.js"></head>'),
    files: {'/tongban-worker.js': `import('${kit}/portal-worker.js');`},
  };
  return {
    'by address': {csp: `${byAddress}; worker-src blob:`},
    'nonce and strict-dynamic': {csp: `${rest}; script-src 'nonce-r4nd0m' 'strict-dynamic'; worker-src blob:`, edit: (html) => html.replaceAll('<script ', '<script nonce="r4nd0m" ')},
    'Trusted Types': {csp: `${byAddress}; worker-src blob:; ${trusted}`},
    'stub, no blob': {csp: `${byAddress}; worker-src 'self'`, ...withStub},
    'stub and Trusted Types': {csp: `${byAddress}; worker-src 'self'; ${trusted}`, ...withStub},
  };
}

async function visit(from: Browser, address: string): Promise<{reports: string[]; isShown: boolean; workers: number}> {
  const context = await from.newContext();
  try {
    const page = await context.newPage();
    const reports: string[] = [];
    page.on('console', (message) => {
      if (/Content Security Policy|Trusted ?Type/i.test(message.text())) reports.push(message.text().slice(0, 200));
    });
    await page.goto(address, {waitUntil: 'load', timeout: LIMIT_MS});
    const isShown = await page
      .waitForFunction(() => document.querySelector('tb-item-guide')?.shadowRoot?.querySelector('[part~="name"]')?.textContent?.trim(), undefined, {timeout: LIMIT_MS})
      .then(() => true, () => false);
    return {reports, isShown, workers: page.workers().length};
  } finally {
    await context.close();
  }
}
