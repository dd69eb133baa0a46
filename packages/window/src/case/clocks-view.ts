import type {CaseFile, ClockView} from '@tongban/domain/case/case-file.js';
import {isTerminal} from '@tongban/domain/case/case-state.js';
import {html, nothing, type TemplateResult} from 'lit';
import {dueWords} from '../messages/dates.js';
import type {WindowText} from '../messages/messages.js';
import {light} from './light.js';

/** The clocks that run, each with its light and what is left; those that have stopped fold away. */
export function clocksView(text: WindowText, {clocks, state, parts}: CaseFile): TemplateResult {
  const runs = (clock: ClockView) => !isTerminal(state) && (clock.state === 'running' || clock.state === 'paused' || (clock.state === 'missed' && clock.workdaysLeft !== undefined));
  const partName = (clock: ClockView) => parts.find(({part}) => part === clock.part)?.name;
  const running = clocks.filter(runs);
  const over = clocks.filter((clock) => !runs(clock));
  return html`<section class="card stack-tight" aria-labelledby="clocks-title" part="clocks">
    <h3 id="clocks-title" class="section-title">${text.of('clocksTitle')}</h3>
    ${running.length === 0 ? html`<p class="soft">${text.of('noClocks')}</p>` : html`<ul class="plain clocks">${running.map((clock) => html`<li>${runningClock(text, clock, partName(clock))}</li>`)}</ul>`}
    ${over.length > 0 ? html`<details class="small"><summary>${text.of('earlierClocks', {count: over.length})}</summary><ul class="plain">${over.map((clock) => html`<li class="clock-line">${text.of(`clock-${clock.kind}`)}${ofPart(partName(clock))}<span class="soft">${text.of(`clockState-${clock.state}`)}</span></li>`)}</ul></details>` : nothing}
  </section>`;
}

const ofPart = (name: string | undefined): TemplateResult | typeof nothing => (name === undefined ? nothing : html` <span class="soft small" lang="zh-CN">${name}</span>`);

function runningClock(text: WindowText, clock: ClockView, part: string | undefined): TemplateResult {
  const {kind, dueNow, dueOriginal, state} = clock;
  const moved = dueOriginal !== undefined && dueNow !== undefined && dueWords(text, dueOriginal) !== dueWords(text, dueNow);
  return html`<div class="clock-line"><strong>${text.of(`clock-${kind}`)}</strong>${ofPart(part)}${light(text, clock.light)}</div>
    <p class="small">
      ${leftWords(text, clock)}
      <span class="soft">${[dueWords(text, dueNow), state === 'paused' && text.of('clockState-paused')].filter(Boolean).join(' · ')}</span>
      ${moved ? html`<del class="soft">${dueWords(text, dueOriginal)}</del>` : nothing}
    </p>`;
}

/** 「属地还有 n 个工作日告知」: the notice limit is the home's to keep, and the window has to see it coming. */
function leftWords(text: WindowText, {kind, workdaysLeft, light: value}: ClockView): TemplateResult | typeof nothing {
  if (workdaysLeft === undefined) return nothing;
  const isOver = value === 'red';
  const words = kind === 'receiptNotice' ? text.of(isOver ? 'noticeMissed' : workdaysLeft === 0 ? 'noticeToday' : 'noticeLeft', {count: workdaysLeft}) : isOver ? '' : text.of(workdaysLeft === 0 ? 'dueToday' : workdaysLeft === 1 ? 'dayLeft' : 'daysLeft', {count: workdaysLeft});
  return words ? html`<span>${words} · </span>` : nothing;
}
