import {whenCopied} from '@tongban/base/when-copied.js';
import type {Milestone} from '@tongban/domain/case/case-file.js';
import {html, nothing, type TemplateResult} from 'lit';
import type {ProgressText} from './progress-text.js';

/** What has happened, latest first. */
export function timelineView(text: ProgressText, milestones: readonly Milestone[]): TemplateResult {
  const latestFirst = [...milestones].sort((a, b) => b.seq - a.seq);
  return html`<ol class="plain timeline" part="timeline" reversed>
    ${latestFirst.map(
      ({seq, at, action, office, note}, index) => html`<li class=${index === 0 ? 'latest' : ''} value=${seq}>
        <p class="did">${text.of(`did-${action}`)}</p>
        <p class="soft small"><time datetime=${at}>${whenCopied(at, text.language)}</time>${office ? html` · <span lang="zh-CN">${office}</span>` : nothing}</p>
        ${note ? html`<p class="small" lang="zh-CN">${note}</p>` : nothing}
      </li>`,
    )}
  </ol>`;
}
