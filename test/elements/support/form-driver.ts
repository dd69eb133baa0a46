import '@tongban/elements/application-form.js';
import {fixture, html, waitUntil} from '@open-wc/testing';
import type {Attachment, Draft} from '@tongban/domain/case/draft.js';
import type {TbApplicationForm} from '@tongban/elements/application-form/application-form.js';
import {fixturePortal, type FixturePortal, type World} from '../../../stories/support/fixture-portal.js';
import {freshDraft} from '../../../stories/support/fixtures/cases.js';
import {fundRetireGuide} from '../../../stories/support/fixtures/guides.js';

export const BANK_CARD = '6222020200112230006';

export async function form(portal: FixturePortal, of: {item?: string; caseNo?: string} = {item: fundRetireGuide.taskCode}): Promise<TbApplicationForm> {
  const element = await fixture<TbApplicationForm>(
    html`<tb-application-form lang="zh-CN" item=${of.item ?? ''} case=${of.caseNo ?? ''} .portal=${portal}></tb-application-form>`,
  );
  await waitUntil(() => element.shadowRoot?.querySelector('h2, [role=alert], [part=empty]'));
  return element;
}

export const wordsOf = (element: TbApplicationForm) => element.shadowRoot?.textContent ?? '';
export const find = <E extends HTMLElement = HTMLElement>(element: TbApplicationForm, selector: string) => element.shadowRoot?.querySelector<E>(selector) ?? null;
export const part = (element: TbApplicationForm, name: string) => find(element, `[part~=${name}]`);
export const field = (element: TbApplicationForm, id: string) => find<HTMLInputElement>(element, `[data-field="${id}"]`);
export const callsOf = (portal: FixturePortal, name: string) => portal.calls.filter((call) => call.name === name);
export const saved = (portal: FixturePortal, holds: (draft: Draft) => boolean) => waitUntil(() => holds(portal.world.draft), 'was not saved', {timeout: 3000});

export function type(element: TbApplicationForm, id: string, value: string): void {
  const input = field(element, id)!;
  input.value = value;
  input.dispatchEvent(new Event('input', {bubbles: true}));
}

export function choose(element: TbApplicationForm, select: string, value: string): void {
  const input = find<HTMLSelectElement>(element, select)!;
  input.value = value;
  input.dispatchEvent(new Event('change', {bubbles: true}));
}

export function hand(element: TbApplicationForm, materialId: string, file: File): void {
  const transfer = new DataTransfer();
  transfer.items.add(file);
  const input = find<HTMLInputElement>(element, `[data-upload="${materialId}"]`)!;
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', {bubbles: true}));
}

export const scan = (name = 'bank.pdf') => new File(['%PDF-1.4'], name, {type: 'application/pdf'});
const done: Attachment = {attachmentId: 'att-1', materialId: 'bank', fileName: '银行卡.pdf', mediaType: 'application/pdf', size: 9, sent: 9, state: 'done'};

/** All filled in but the consents. */
export const filledDraft: Draft = {
  ...freshDraft,
  answers: {retired: 'yes', channel: 'self'},
  fields: {name: '*秀兰', idNo: '9****************6', mobile: '199****0001', center: '310000', bankNo: BANK_CARD},
  attachments: [done],
};

export async function ready(world: Partial<World> = {}): Promise<{element: TbApplicationForm; portal: FixturePortal}> {
  const portal = fixturePortal('ready', {draft: filledDraft, ...world});
  const element = await form(portal);
  for (const consent of ['purpose', 'sensitive']) find(element, `#consent-${consent}`)?.click();
  await element.updateComplete;
  return {element, portal};
}

