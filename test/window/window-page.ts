import '@tongban/window/window.js';
import {fixture, html, waitUntil} from '@open-wc/testing';
import type {StaffView} from '@tongban/domain/people/person.js';
import type {TbWindow} from '@tongban/window/window/window.js';
import {fixturePortal, type FixturePortal, type World} from '../../stories/support/fixture-portal.js';
import {officeCase} from '../../stories/support/fixtures/office.js';
import {staffSignedInAs, suzhouClerk} from '../../stories/support/fixtures/staff.js';
import {NOW} from '../../stories/support/fixtures/times.js';

/** A window on a page with what a person can do at it. */
export class WindowPage {
  readonly element: TbWindow;
  readonly portal: FixturePortal;

  private constructor(element: TbWindow, portal: FixturePortal) {
    this.element = element;
    this.portal = portal;
  }

  static async open(own: Partial<World> = {}, staff: StaffView = suzhouClerk): Promise<WindowPage> {
    const portal = fixturePortal('ready', {staff, session: staffSignedInAs(staff), ...own});
    const element = await fixture<TbWindow>(html`<tb-window lang="zh-CN" .now=${() => new Date(NOW)} .portal=${portal}></tb-window>`);
    return new WindowPage(element, portal);
  }

  get words(): string {
    return this.#root.textContent?.replace(/\s+/g, ' ') ?? '';
  }

  get focused(): Element | null {
    return this.#root.activeElement;
  }

  all(selector: string): HTMLElement[] {
    return [...this.#root.querySelectorAll<HTMLElement>(selector)];
  }

  has(selector: string): boolean {
    return this.#root.querySelector(selector) !== null;
  }

  async find<E extends HTMLElement = HTMLElement>(selector: string): Promise<E> {
    await waitUntil(() => this.has(selector), `${selector} was never drawn`, {timeout: 5000});
    return this.#root.querySelector<E>(selector)!;
  }

  async says(words: string): Promise<void> {
    await waitUntil(() => this.words.includes(words), `never said ${words}`, {timeout: 5000});
  }

  async press(selector: string): Promise<void> {
    (await this.find(selector)).click();
  }

  async type(selector: string, words: string): Promise<void> {
    const field = await this.find<HTMLInputElement | HTMLTextAreaElement>(selector);
    field.value = words;
    field.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
    await this.element.updateComplete;
  }

  async key(key: string, own: KeyboardEventInit = {}, on?: string): Promise<KeyboardEvent> {
    const event = new KeyboardEvent('keydown', {key, bubbles: true, composed: true, cancelable: true, ...own});
    (on ? await this.find(on) : document.body).dispatchEvent(event);
    await this.element.updateComplete;
    return event;
  }

  /** Opens the case that was opened with this number in the fixtures. */
  async openCase(serial: number): Promise<void> {
    this.element.go({at: 'case', number: officeCase(serial).file.caseNo});
    await this.find('[part=actions]');
  }

  /** What the clerk has sent. */
  get acted(): {name: string; args: readonly unknown[]}[] {
    return this.portal.calls.filter(({name}) => name === 'staff.act');
  }

  get #root(): ShadowRoot {
    return this.element.shadowRoot!;
  }
}
