import {empty} from '@tongban/base/controls/states.js';
import {whenCopied} from '@tongban/base/when-copied.js';
import {countUnsent, type CommandKind, type Outbox, type OutboxEntry} from '@tongban/domain/outbox/outbox.js';
import {outboxStates} from '@tongban/domain/outbox/outbox-state.js';
import {html, nothing, type TemplateResult} from 'lit';
import type {OutboxText} from './messages.js';

/** In one line how much is not delivered, and how much of it waits for the person. */
export function summaryOf(text: OutboxText, {entries}: Outbox): string {
  const unsent = countUnsent(entries);
  const yours = entries.filter(({state}) => outboxStates[state].needsPerson).length;
  const words = unsent > 0 ? text.of('unsent', {count: unsent}) : text.of('noneUnsent');
  return yours > 0 ? `${words} · ${text.of('needYou', {count: yours})}` : words;
}

/** What needs the person first, then what goes by itself, then what has arrived. */
export function inOrder(entries: readonly OutboxEntry[]): OutboxEntry[] {
  const rank = ({state}: OutboxEntry) => (outboxStates[state].needsPerson ? 0 : outboxStates[state].isUnsent ? 1 : 2);
  return entries.map((entry, at) => ({entry, at})).sort((a, b) => rank(a.entry) - rank(b.entry) || a.at - b.at).map(({entry}) => entry);
}

/** Nothing on its way: since when, as far as this device knows. After a loss it says nothing of the kind. */
export function nothingView(text: OutboxText, {lastReceiptAt, wipedAt}: Outbox): unknown {
  if (wipedAt !== undefined) return nothing;
  return empty(lastReceiptAt === undefined ? text.of('nothingYet') : text.of('allSent', {time: whenCopied(lastReceiptAt, text.language)}));
}

/** That things saved here are gone, in words. */
export function wipedView(text: OutboxText, {wipedAt}: Outbox): unknown {
  return wipedAt === undefined ? nothing : html`<p class="notice bad" role="alert" part="wiped">${text.of('wiped', {time: whenCopied(wipedAt, text.language)})}</p>`;
}

/** What lies here under somebody's seal: how many of each kind. */
export function sealedView(text: OutboxText, {sealed, isLocked}: Outbox): TemplateResult | typeof nothing {
  const counts = (Object.entries(sealed) as [CommandKind, number][]).filter(([, count]) => count > 0);
  if (counts.length === 0) return nothing;
  return html`<div class="notice small" part="sealed">
    <p>${text.of(isLocked ? 'lockedHere' : 'othersHere')}</p>
    <ul>
      ${counts.map(([kind, count]) => html`<li>${text.of(`count-${kind}`, {count})}</li>`)}
    </ul>
  </div>`;
}

export const hasSealed = ({sealed}: Outbox): boolean => Object.values(sealed).some((count) => count > 0);
