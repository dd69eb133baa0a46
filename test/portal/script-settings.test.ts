import {assert} from '@open-wc/testing';
import {readScriptSettings} from '@tongban/portal/browser/script-settings.js';
import {throwsWith} from '../support/throws-with.js';

const LOADER = 'https://cdn.example/tongban.js';

/** A page of a portal with these tags in its head. */
function page(head: string): Document {
  const made = document.implementation.createHTMLDocument();
  made.head.innerHTML = `<base href="https://www.province.example/service/">${head}`;
  return made;
}

describe('what the loader’s script tag says', () => {
  it('is read from its attributes', () => {
    const settings = readScriptSettings(
      page(`<script type="module" src="${LOADER}" data-gateway="https://gateway.province.example" data-region="320000" data-lang="en" data-callback="/signin" data-role="staff" data-service-worker="/sw.js" data-receipt-keys="one two"></script>`),
      LOADER,
    );
    assert.deepEqual(settings, {
      gateway: 'https://gateway.province.example',
      region: '320000',
      lang: 'en',
      callback: '/signin',
      role: 'staff',
      serviceWorker: '/sw.js',
      receiptKeys: ['one', 'two'],
      prefix: undefined,
    });
  });

  it('has defaults for all but the gateway', () => {
    const settings = readScriptSettings(page(`<script src="${LOADER}" data-gateway="https://gateway.province.example"></script>`), LOADER);
    assert.include(settings, {region: '', lang: undefined, callback: undefined, role: 'applicant', serviceWorker: undefined, receiptKeys: undefined});
  });

  it('names an origin, whatever path the portal wrote behind it, and may be relative', () => {
    const gatewayOf = (written: string) => readScriptSettings(page(`<script src="${LOADER}" data-gateway="${written}"></script>`), LOADER).gateway;
    assert.equal(gatewayOf('https://gateway.province.example/v1/'), 'https://gateway.province.example');
    assert.equal(gatewayOf('/gateway'), 'https://www.province.example');
  });

  it('is found beside other scripts and other copies by its own address', () => {
    const head = `<script src="/jquery.js"></script><script src="${LOADER}?v=1" data-gateway="https://one.example"></script><script src="${LOADER}?v=2" data-gateway="https://two.example"></script>`;
    assert.equal(readScriptSettings(page(head), `${LOADER}?v=2`).gateway, 'https://two.example');
  });

  it('is refused without a gateway, and without a tag at all', () => {
    throwsWith('TB_CONFIG', () => readScriptSettings(page(`<script src="${LOADER}"></script>`), LOADER));
    throwsWith('TB_CONFIG', () => readScriptSettings(page(''), LOADER));
  });
});
