import type {CaseFile} from '@tongban/domain/case/case-file.js';
import type {Action} from '@tongban/domain/case/command.js';
import {html, nothing, type TemplateResult} from 'lit';
import {shortTime} from '../messages/dates.js';
import type {WindowText} from '../messages/messages.js';
import {barredReason} from './barred-reason.js';

export interface ChangesNotice {
  text: WindowText;
  file: CaseFile;
  /** The revision the clerk has seen. */
  seen: number;
  /** The action whose form is open. */
  open: Action;
  acknowledge: () => void;
}

/** The case moved while somebody was writing: what happened, where it stands, and whether the act is still possible. */
export function changesNotice({text, file, seen, open, acknowledge}: ChangesNotice): TemplateResult {
  const {milestones, state, allowed} = file;
  const since = milestones.filter(({seq}) => seq > seen);
  const reason = allowed.includes(open) ? undefined : barredReason(text, file, open);
  return html`<section class="notice warn stack-tight" role="alert" aria-labelledby="changes-title" part="changes">
    <h3 id="changes-title">${text.of('changedTitle')}</h3>
    <ul>
      ${since.map(({at, action, to, office, note}) => html`<li>${shortTime(at)} ${text.of(`act-${action}`)} → ${text.of(`state-${to}`)}${office ? html` · <span lang="zh-CN">${office}</span>` : nothing}${note ? html`<p class="small" lang="zh-CN">${note}</p>` : nothing}</li>`)}
    </ul>
    <p>${text.of('stateNow', {state: text.of(`state-${state}`)})}</p>
    <p>${reason ? text.of('changedBarred', {reason}) : text.of('changedKept')}</p>
    <button class="button" type="button" part="seen" @click=${acknowledge}>${text.of('changedSeen')}</button>
  </section>`;
}
