import {icon, type IconName} from '@tongban/base/controls/icons.js';
import type {CaseFile, ClockView} from '@tongban/domain/case/case-file.js';
import {html, nothing, type TemplateResult} from 'lit';
import {headline, limitWords, nextSentence, type ProgressText, type RegionName} from './progress-text.js';
import {isDenied, whoActs, type Who} from './standing.js';

const icons: Readonly<Record<Who, IconName>> = {You: 'alert', Window: 'building', Home: 'clock', Done: 'check'};
const tones = {green: 'good', yellow: 'warn', red: 'bad'} as const;

/** Where the case stands, in plain words: what is, what happens next, who acts, by when. */
export function nowView(text: ProgressText, file: CaseFile, nameOf: RegionName): TemplateResult {
  const who = whoActs(file);
  const tone = who === 'You' ? 'you' : file.state === 'closed' && !isDenied(file) ? 'done' : who === 'Done' ? 'ended' : '';
  // How the offices share the time among them is not the applicant's business.
  const clocks = file.clocks.filter(({state, dueNow, part}) => part === undefined && dueNow && (state === 'running' || state === 'paused' || (state === 'missed' && who !== 'Done')));
  return html`<section class="now stack-tight ${tone}" part="now">
    <p class="soft" lang="zh-CN">${file.itemName}</p>
    <h2 class="headline" tabindex="-1" part="headline">${text.data(headline(text, file, nameOf))}</h2>
    <p><span class="badge ${who === 'You' ? 'warn' : ''}">${icon(icons[who])} ${text.of(`who${who}`)}</span></p>
    <p><strong>${text.of('next')}</strong> ${text.data(nextSentence(text, file, nameOf))}</p>
    ${file.proposal?.what === 'expire' ? html`<p class="notice bad">${text.of('warning')}</p>` : nothing}
    ${clocks.length > 0 && who !== 'Done' ? html`<ul class="plain clocks" part="clocks" aria-label=${text.of('clocks')}>${clocks.map((clock) => clockView(text, clock))}</ul>` : nothing}
  </section>`;
}

function clockView(text: ProgressText, {kind, dueNow, light, state}: ClockView): TemplateResult {
  return html`<li>
    <p class="soft small">${text.of(`by-${kind}`)}</p>
    <p class="date">${dueNow ? limitWords(text, dueNow) : nothing}</p>
    ${state === 'paused'
      ? html`<span class="badge">${text.of('paused')}</span>`
      : light === 'none'
        ? nothing
        : html`<span class="badge ${tones[light]}">${text.of(`${light}Light`)}</span>`}
  </li>`;
}
