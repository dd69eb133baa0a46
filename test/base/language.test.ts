import {assert, fixture, html} from '@open-wc/testing';
import {addLanguage, fill, languageOf, wordsFor} from '@tongban/base/language.js';
import {Localized} from '@tongban/base/localized.js';
import {TbElement} from '@tongban/base/tb-element.js';
import {TbError} from '@tongban/domain/errors.js';

const greetings = {'zh-CN': {hello: '您好，{name}'}, en: {hello: 'Hello, {name}'}};

class GreetingElement extends TbElement {
  readonly words: Localized<'hello'> = new Localized(this, greetings);

  protected override renderBody() {
    return this.words.of('hello', {name: '通办'});
  }
}

customElements.define('greeting-element', GreetingElement);

const spoken = async (element: GreetingElement) => {
  await new Promise((resolve) => queueMicrotask(() => resolve(undefined))); // A mutation is told in a microtask.
  await element.updateComplete;
  return element.shadowRoot?.textContent?.trim();
};

describe('the language of an element', () => {
  it('is its own, before any other', async () => {
    const page = await fixture(html`<div lang="en"><greeting-element lang="zh-CN"></greeting-element></div>`);
    assert.equal(await spoken(page.querySelector('greeting-element') as GreetingElement), '您好，通办');
  });

  it('is the nearest ancestor’s, and follows it when it changes', async () => {
    const page = await fixture<HTMLElement>(html`<div lang="en"><p><greeting-element></greeting-element></p></div>`);
    const element = page.querySelector('greeting-element') as GreetingElement;
    assert.equal(await spoken(element), 'Hello, 通办');
    page.lang = 'zh-CN';
    assert.equal(await spoken(element), '您好，通办');
  });

  it('reaches through shadow roots', async () => {
    const host = await fixture<HTMLElement>(html`<div lang="en"></div>`);
    const inner = document.createElement('span');
    host.attachShadow({mode: 'open'}).append(inner);
    assert.equal(languageOf(inner), 'en');
  });

  it('says errors in its own words', async () => {
    const element = await fixture<GreetingElement>(html`<greeting-element lang="en"></greeting-element>`);
    await element.updateComplete;
    assert.equal(element.words.error(new TbError('TB_GATEWAY')), 'The gateway cannot handle this right now. Please try again later.');
  });
});

describe('words', () => {
  it('are Chinese for any Chinese, English for what is unknown', () => {
    assert.equal(wordsFor(greetings, 'zh-Hant-TW', 'tb-x').hello, greetings['zh-CN'].hello);
    assert.equal(wordsFor(greetings, 'en-GB', 'tb-x').hello, greetings.en.hello);
    assert.equal(wordsFor(greetings, 'fr', 'tb-x').hello, greetings.en.hello);
  });

  it('come from an added language, and from English where it lacks one', () => {
    addLanguage('ug', {'tb-x': {hello: 'ياخشىمۇسىز، {name}'}});
    const two = {'zh-CN': {hello: '', bye: '再见'}, en: {hello: '', bye: 'Bye'}};
    assert.deepEqual({...wordsFor(two, 'ug-CN', 'tb-x')}, {hello: 'ياخشىمۇسىز، {name}', bye: 'Bye'});
  });

  it('keep a place nobody fills', () => {
    assert.equal(fill('{a} of {b}', {a: 1}), '1 of {b}');
  });
});
