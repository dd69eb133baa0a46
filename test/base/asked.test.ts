import {assert, fixture, html, waitUntil} from '@open-wc/testing';
import {Ask, type AskOptions} from '@tongban/base/asked.js';
import {TbElement} from '@tongban/base/tb-element.js';
import {TbError} from '@tongban/domain/errors.js';
import type {Shown} from '@tongban/domain/portal.js';
import {property} from 'lit/decorators.js';
import {fixturePortal} from '../../stories/support/fixture-portal.js';

/** Answers that the test gives when it likes, by question. */
class Oracle {
  readonly asked: {question: string; answer: (value: string, stale?: boolean) => void; fail: (error: unknown) => void}[] = [];

  readonly ask = (question: string): Promise<Shown<string>> =>
    new Promise((resolve, reject) =>
      this.asked.push({question, answer: (value, stale = false) => resolve({value, stale, asOf: '2026-11-23T09:05:00+08:00'}), fail: reject}),
    );
}

let oracle: Oracle;
let options: Partial<AskOptions<string, readonly [string]>>;

class AskingElement extends TbElement {
  @property() question = '';

  readonly answer: Ask<string, readonly [string]> = new Ask(this, {
    args: () => [this.question] as const,
    ask: async (_portal, [question]) => (question ? oracle.ask(question) : undefined),
    ...options,
  });

  protected override renderBody() {
    const {current} = this.answer;
    return html`${current.state}:${'value' in current ? current.value : ''}`;
  }
}

customElements.define('asking-element', AskingElement);

async function asking(question: string, own: typeof options = {}): Promise<AskingElement> {
  oracle = new Oracle();
  options = own;
  const element = await fixture<AskingElement>(html`<asking-element question=${question}></asking-element>`);
  element.answer.use(fixturePortal());
  await element.updateComplete;
  return element;
}

const shows = (element: AskingElement, text: string) => waitUntil(() => element.shadowRoot?.textContent?.trim() === text, `shows ${element.shadowRoot?.textContent}, not ${text}`);

describe('what an element asks for', () => {
  it('is waited for until the portal answers', async () => {
    const element = await asking('a');
    await shows(element, 'waiting:');
    oracle.asked[0]?.answer('one');
    await shows(element, 'ready:one');
  });

  it('is empty when there is nothing to ask for', async () => {
    await shows(await asking(''), 'empty:');
  });

  it('is empty when the answer says so', async () => {
    const element = await asking('a', {isEmpty: (value) => value === 'nothing'});
    oracle.asked[0]?.answer('nothing');
    await shows(element, 'empty:');
  });

  it('grows old when the network goes, and is asked for again when it is back', async () => {
    const portal = fixturePortal();
    const element = await asking('a');
    element.answer.use(portal);
    await waitUntil(() => oracle.asked.length > 0);
    oracle.asked[oracle.asked.length - 1]?.answer('one');
    await shows(element, 'ready:one');
    const before = oracle.asked.length;
    portal.announce({about: 'network', online: false});
    await waitUntil(() => oracle.asked.length === before + 1);
    oracle.asked[before]?.fail(new TbError('TB_OFFLINE_NO_COPY'));
    await shows(element, 'stale:one');
    portal.announce({about: 'network', online: true});
    await waitUntil(() => oracle.asked.length === before + 2);
    oracle.asked[before + 1]?.answer('two');
    await shows(element, 'ready:two');
  });

  it('leaves the screen when the answer is no longer this person’s', async () => {
    const element = await asking('a');
    oracle.asked[0]?.answer('one');
    await shows(element, 'ready:one');
    element.answer.again();
    await waitUntil(() => oracle.asked.length === 2);
    oracle.asked[1]?.fail(new TbError('TB_FORBIDDEN'));
    await shows(element, 'failed:');
  });

  it('is stale when it is a copy', async () => {
    const element = await asking('a');
    oracle.asked[0]?.answer('old', true);
    await shows(element, 'stale:old');
  });

  it('fails, and works when it is asked again', async () => {
    const element = await asking('a');
    oracle.asked[0]?.fail(new TbError('TB_GATEWAY'));
    await shows(element, 'failed:');
    element.answer.again();
    await waitUntil(() => oracle.asked.length === 2);
    oracle.asked[1]?.answer('one');
    await shows(element, 'ready:one');
  });

  it('follows the latest question, however late an older answer comes', async () => {
    const element = await asking('a');
    element.question = 'b';
    await waitUntil(() => oracle.asked.length === 2);
    oracle.asked[1]?.answer('two');
    await shows(element, 'ready:two');
    oracle.asked[0]?.answer('one');
    element.requestUpdate();
    await element.updateComplete;
    await shows(element, 'ready:two');
  });

  it('stays on screen while the same question is asked again', async () => {
    const element = await asking('a');
    oracle.asked[0]?.answer('one');
    await shows(element, 'ready:one');
    element.answer.again();
    await waitUntil(() => oracle.asked.length === 2);
    await shows(element, 'ready:one');
  });

  it('makes room for another question, unless it is to be kept', async () => {
    for (const [keepsLast, meanwhile] of [[false, 'waiting:'], [true, 'ready:one']] as const) {
      const element = await asking('a', {keepsLast});
      oracle.asked[0]?.answer('one');
      await shows(element, 'ready:one');
      element.question = 'b';
      await waitUntil(() => oracle.asked.length === 2);
      await shows(element, meanwhile);
    }
  });

  it('is asked again by the changes that concern it, while the element is on the page', async () => {
    const element = await asking('a', {concerns: ({about}) => about === 'catalogue'});
    const portal = fixturePortal();
    element.answer.use(portal);
    await waitUntil(() => oracle.asked.length === 2);
    portal.announce({about: 'session'});
    portal.announce({about: 'catalogue'});
    await waitUntil(() => oracle.asked.length === 3);
    element.remove();
    portal.announce({about: 'catalogue'});
    await element.updateComplete;
    assert.equal(oracle.asked.length, 3);
  });
});
