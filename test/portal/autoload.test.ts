import {assert} from '@open-wc/testing';
import {autoload} from '@tongban/portal/browser/autoload.js';
import {until} from '../support/until.js';

/** A page of its own, below which the loader looks for tags. */
function page(content = ''): HTMLElement {
  const root = document.createElement('div');
  root.innerHTML = content;
  document.body.append(root);
  return root;
}

/** A table that notes which tags were asked for. */
function table(...tags: string[]) {
  const asked: string[] = [];
  const entries = tags.map((tag) => [tag, async () => void asked.push(tag)] as const);
  return {asked, loads: Object.fromEntries(entries)};
}

describe('the autoloader', () => {
  let root: HTMLElement;
  let stop = () => undefined as void;

  afterEach(() => {
    stop();
    root.remove();
  });

  it('asks for the tags that stand on the page, each once, and for no other', () => {
    root = page('<x-guide></x-guide><p><x-login></x-login><x-guide></x-guide></p><x-strange></x-strange>');
    const {asked, loads} = table('x-guide', 'x-login', 'x-rating');
    stop = autoload(root, loads, () => undefined);
    assert.deepEqual(asked, ['x-guide', 'x-login']);
  });

  it('starts nothing on a page without tags', () => {
    root = page('<main>no tags here</main>');
    let started = 0;
    stop = autoload(root, table('x-guide').loads, () => started++);
    assert.equal(started, 0);
  });

  it('starts once, before the first tag is fetched', async () => {
    root = page('<x-guide></x-guide>');
    const steps: string[] = [];
    stop = autoload(root, {'x-guide': async () => void steps.push('guide'), 'x-login': async () => void steps.push('login')}, () => steps.push('start'));
    root.append(document.createElement('x-login'));
    await until(() => steps.includes('login'), 'the later tag is asked for');
    assert.deepEqual(steps, ['start', 'guide', 'login']);
  });

  it('sees tags that come later, alone or inside of something', async () => {
    root = page();
    const {asked, loads} = table('x-guide', 'x-login');
    stop = autoload(root, loads, () => undefined);
    root.append(document.createElement('x-guide'));
    root.insertAdjacentHTML('beforeend', '<section><div><x-login></x-login></div></section>');
    await until(() => asked.length === 2, 'both tags are asked for');
    assert.deepEqual(asked, ['x-guide', 'x-login']);
  });

  it('leaves the fallback alone when a file cannot be fetched, and tries again when the tag next appears', async () => {
    root = page('<x-guide>a link</x-guide>');
    let tries = 0;
    stop = autoload(root, {'x-guide': () => ((tries += 1), Promise.reject(new Error('no network')))}, () => undefined);
    await until(() => tries === 1, 'it is tried');
    assert.equal(root.textContent, 'a link');
    await Promise.resolve();
    root.append(document.createElement('x-guide'));
    await until(() => tries === 2, 'it is tried again');
  });

  it('looks no more once it is stopped', async () => {
    root = page();
    const {asked, loads} = table('x-guide');
    autoload(root, loads, () => undefined)();
    const {asked: control, loads: controlled} = table('x-guide');
    stop = autoload(root, controlled, () => undefined);
    root.append(document.createElement('x-guide'));
    await until(() => control.length === 1, 'a running one sees it');
    assert.deepEqual(asked, []);
  });
});
