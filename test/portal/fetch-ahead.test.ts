import {assert} from '@open-wc/testing';
import {fetchAhead} from '@tongban/portal/browser/fetch-ahead.js';
import {until} from '../support/until.js';

const LOADER = 'http://localhost:9/kit/tongban.js'; // Nothing listens there: each file fails at once.
const files = {
  worker: 'parts/worker.js',
  kit: ['parts/kit.js'],
  tags: {'x-ahead-guide': ['parts/guide.js', 'parts/shared.js'], 'x-ahead-form': ['parts/form.js', 'parts/shared.js'], 'x-ahead-login': []},
};

const hints = () => [...document.querySelectorAll<HTMLLinkElement>('link[rel=modulepreload]')];
const paths = () => hints().map(({href}) => href.replace('http://localhost:9/kit/', '')).sort();

/** The files asked for from now on. */
function watchHead(): () => string[] {
  const seen: string[] = [];
  const note = (records: MutationRecord[]) => {
    for (const {addedNodes} of records) for (const node of addedNodes) if (node instanceof HTMLLinkElement) seen.push(node.href.replace('http://localhost:9/kit/', ''));
  };
  const watch = new MutationObserver(note);
  watch.observe(document.head, {childList: true});
  return () => {
    note(watch.takeRecords());
    return seen;
  };
}

/** A page with these tags and a loader. */
function page(content: string, attributes = ''): HTMLElement {
  const root = document.createElement('div');
  root.innerHTML = `${content}<script type="text/plain" src="${LOADER}" ${attributes}></script>`;
  document.body.append(root);
  return root;
}

describe('fetching ahead', () => {
  let root: HTMLElement;

  afterEach(async () => {
    root.remove();
    await until(() => hints().length === 0, 'every hint has left the head');
  });

  it('fetches worker and kit first, then what the tags on the page need, each file once', async () => {
    root = page('<x-ahead-guide></x-ahead-guide><x-ahead-form></x-ahead-form>');
    const seen = watchHead();
    fetchAhead(document, files, LOADER);
    assert.deepEqual(paths(), ['parts/kit.js', 'parts/worker.js']);
    await until(() => seen().length === 5, 'the tags’ own files are asked for');
    assert.deepEqual(seen().slice(2).sort(), ['parts/form.js', 'parts/guide.js', 'parts/shared.js']);
  });

  it('fetches nothing for a page without tags', () => {
    root = page('<p>no tags here</p>');
    fetchAhead(document, files, LOADER);
    assert.deepEqual(paths(), []);
  });

  it('needs nothing beside the kit for a tag that comes with it', () => {
    root = page('<x-ahead-login></x-ahead-login>');
    fetchAhead(document, files, LOADER);
    assert.deepEqual(paths(), ['parts/kit.js', 'parts/worker.js']);
  });

  it('asks as a module script would and carries the loader’s nonce', () => {
    root = page('<x-ahead-login></x-ahead-login>', 'nonce="r4nd0m"');
    fetchAhead(document, files, LOADER);
    for (const {crossOrigin, nonce} of hints()) assert.deepEqual([crossOrigin, nonce], ['anonymous', 'r4nd0m']);
  });

  it('leaves no trace in the host’s head', async () => {
    const before = document.head.childElementCount;
    root = page('<x-ahead-guide></x-ahead-guide>', 'data-gateway="http://localhost:9"');
    fetchAhead(document, files, LOADER);
    assert.isAbove(document.head.childElementCount, before);
    await until(() => document.head.childElementCount === before, 'the head is as it was');
  });
});
