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
const paths = () => hints().map(({href}) => href.replace('http://localhost:9/kit/', ''));

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

  it('fetches at once what the tags on the page need, the worker first and each file once', () => {
    root = page('<x-ahead-guide></x-ahead-guide><x-ahead-form></x-ahead-form>');
    fetchAhead(document, files, LOADER);
    assert.deepEqual(paths(), ['parts/worker.js', 'parts/kit.js', 'parts/guide.js', 'parts/shared.js', 'parts/form.js']);
  });

  it('fetches nothing for a page without tags', () => {
    root = page('<p>no tags here</p>');
    fetchAhead(document, files, LOADER);
    assert.deepEqual(paths(), []);
  });

  it('needs nothing beside the kit for a tag that comes with it', () => {
    root = page('<x-ahead-login></x-ahead-login>');
    fetchAhead(document, files, LOADER);
    assert.deepEqual(paths(), ['parts/worker.js', 'parts/kit.js']);
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
