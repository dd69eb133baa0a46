// Whether a portal looks the same with the kit as without it: every element of the host, on both kinds of portal.
import {chromium, type Browser} from 'playwright-core';
import {chromiumFlags} from '../../support/browsers/starts.mjs';
import {figure, note} from '../figure.js';
import {itemPages, startDemo} from './demo.js';
import {probedProperties} from './probed-properties.js';

const LIMIT_MS = 60_000;

const demo = await startDemo();
const browser = await chromium.launch({executablePath: process.env['CHROME_PATH']!, args: chromiumFlags});
try {
  const changed: string[] = [];
  const globals = new Set<string>();
  for (const [kind, pageOf] of Object.entries(itemPages)) {
    const without = await look(browser, pageOf(demo), {isKitBlocked: true});
    const withKit = await look(browser, pageOf(demo), {isKitBlocked: false});
    const found = differences(without, withKit).map((difference) => `${kind}: ${difference}`);
    for (const name of withKit.globals.filter((name) => !without.globals.includes(name) && !isKnown(name))) globals.add(name);
    note(`${kind} portal: ${without.elements.length} host elements, ${probedProperties.length} computed properties of each, ${found.length} differ`);
    changed.push(...found);
  }
  for (const difference of changed.slice(0, 20)) note(difference);
  if (probedProperties.length < 70) throw new Error('Fewer than 70 properties are probed.');
  figure('journey.host_properties_probed', probedProperties.length, 'count');
  figure('journey.host_properties_changed', changed.length, 'count', {atMost: 0});
  if (globals.size > 0) note(`globals: ${[...globals].join(', ')}`);
  figure('journey.host_globals_added', globals.size, 'count', {atMost: 0});
} finally {
  await browser.close();
  await demo.close();
}

interface Look {
  readonly elements: readonly {readonly name: string; readonly values: readonly string[]}[];
  readonly globals: readonly string[];
}

/** How the host looks once the guide is there, or with a kit that never came. */
async function look(from: Browser, url: string, {isKitBlocked}: {isKitBlocked: boolean}): Promise<Look> {
  const context = await from.newContext({viewport: {width: 1366, height: 900}});
  try {
    const page = await context.newPage();
    if (isKitBlocked) await page.route(/^http:\/\/cdn\.localhost/, (route) => route.abort());
    await page.goto(url, {waitUntil: 'load', timeout: LIMIT_MS});
    if (!isKitBlocked) await page.waitForFunction(() => document.querySelector('tb-item-guide')?.shadowRoot?.querySelector('[part~="name"]')?.textContent?.trim(), undefined, {timeout: LIMIT_MS});
    // No function is given a name in here: what the compiler adds for that does not exist in the page.
    return await page.evaluate((properties) => {
      const all = [document.documentElement, ...Array.from(document.documentElement.querySelectorAll('*'))];
      const hosts = all.filter((element) => !element.localName.startsWith('tb-') && element.closest('tb-item-guide, tb-login') === null);
      return {
        elements: hosts.map((element) => ({
          name: [element.localName, ...Array.from(element.classList)].join('.') + (element.id && `#${element.id}`),
          values: properties.map((property) => getComputedStyle(element).getPropertyValue(property)),
        })),
        globals: Object.getOwnPropertyNames(globalThis),
      };
    }, [...probedProperties]);
  } finally {
    await context.close();
  }
}

function differences(before: Look, after: Look): string[] {
  const found: string[] = [];
  if (before.elements.length !== after.elements.length) found.push(`${before.elements.length} elements became ${after.elements.length}`);
  before.elements.forEach(({name, values}, at) => {
    const now = after.elements[at];
    if (now?.name !== name) found.push(`${name} became ${now?.name ?? 'nothing'}`);
    else values.forEach((value, of) => now.values[of] !== value && found.push(`${name} ${probedProperties[of]}: ${value} became ${now.values[of]}`));
  });
  return found;
}

/** Lit's own lists are the one exception (docs/embedding.md); jQuery gives its own variable another name on each page. */
function isKnown(name: string): boolean {
  return /^(lit(ElementVersions|HtmlVersions|PropertyMetadata)|reactiveElementVersions|jQuery\d+)$/.test(name);
}
