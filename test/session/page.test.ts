import {assert} from '@open-wc/testing';
import {askInFrame} from '@tongban/session/browser/ask-in-frame.js';
import {homeHint} from '@tongban/session/browser/hint.js';
import {carryOnTo, returnedAddress, tidyAddress} from '@tongban/session/browser/redirect.js';
import {answerSilentFrame} from '@tongban/session/browser/silent-frame.js';

const RETURNED = '/package.json?code=c&state=s';

describe('the page’s part in signing in', () => {
  it('hears the answer that comes back in a hidden frame, and throws the frame away', async () => {
    const answer = await askInFrame(RETURNED);
    assert.equal(answer, new URL(RETURNED, location.href).href);
    assert.isNull(document.querySelector('iframe'));
  });

  it('gives up when no answer comes in time', async () => {
    assert.isUndefined(await askInFrame('/package.json', {within: 150}));
    assert.isNull(document.querySelector('iframe'));
  });

  it('believes no message of a stranger', async () => {
    const asking = askInFrame('/package.json', {within: 300});
    postMessage({tb: 'returned', url: 'https://evil.example/?code=x&state=y'}, location.origin);
    assert.isUndefined(await asking);
  });

  it('shows the frame to nobody', () => {
    void askInFrame('/package.json', {within: 100});
    const frame = document.querySelector('iframe')!;
    assert.deepEqual([frame.hidden, frame.tabIndex, frame.getAttribute('aria-hidden')], [true, -1, 'true']);
  });

  it('hands its address to the page around it when it is in such a frame', async () => {
    const frame = await aFrame(RETURNED, true);
    const heard = new Promise((resolve) => addEventListener('message', ({data}) => resolve(data), {once: true}));
    assert.isTrue(answerSilentFrame(frame.contentWindow!));
    assert.deepEqual(await heard, {tb: 'returned', url: new URL(RETURNED, location.href).href});
    frame.remove();
  });

  it('stays a page of its own in any other frame, and without an answer', async () => {
    for (const [address, isOurs] of [[RETURNED, false], ['/package.json', true]] as const) {
      const frame = await aFrame(address, isOurs);
      assert.isFalse(answerSilentFrame(frame.contentWindow!));
      frame.remove();
    }
    assert.isFalse(answerSilentFrame(window));
  });

  it('knows an address that the gateway sent the browser back to', () => {
    for (const href of ['https://www.example/?code=a&state=b', 'https://www.example/x?error=login_required&state=b']) assert.equal(returnedAddress({href}), href);
    for (const href of ['https://www.example/?code=a', 'https://www.example/?state=b', 'https://www.example/']) assert.isUndefined(returnedAddress({href}));
  });

  it('carries an answer on to the page where the sign-in began, on this site only', () => {
    const returned = 'https://www.example/sign-in?code=a&state=b&iss=i&other=1';
    assert.equal(carryOnTo(returned, '/apply?item=1#form'), 'https://www.example/apply?item=1&code=a&state=b&iss=i#form');
    assert.isUndefined(carryOnTo(returned, '/sign-in?again=1'));
    assert.isUndefined(carryOnTo(returned, 'https://evil.example/'));
    assert.isUndefined(carryOnTo(returned, '//evil.example/'));
  });

  it('takes the code out of the address and leaves no entry in the history', () => {
    const [before, entries] = [location.href, history.length];
    history.replaceState({own: 1}, '', '?code=a&state=b');
    tidyAddress(history, '/somewhere?x=1#y');
    assert.deepEqual([location.pathname + location.search + location.hash, history.length, history.state], ['/somewhere?x=1#y', entries, {own: 1}]);
    history.replaceState(null, '', before);
  });

  it('remembers the province and nothing else, and does without storage', () => {
    const hint = homeHint(() => localStorage);
    hint.remember('320682');
    assert.equal(hint.read(), '320000');
    hint.forget();
    assert.isUndefined(hint.read());
    const without = homeHint(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    without.remember('320000');
    assert.isUndefined(without.read());
  });
});

async function aFrame(address: string, isOurs: boolean): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  if (isOurs) frame.dataset.tongban = 'silent';
  frame.src = address;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, {once: true}));
  document.body.append(frame);
  await loaded;
  return frame;
}
