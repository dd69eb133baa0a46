import type {RatingRecord} from '@tongban/domain/rating/rating.js';
import {isBad} from '@tongban/domain/rating/rating-rules.js';
import {html, nothing, type TemplateResult} from 'lit';
import {shortTime} from '../messages/dates.js';
import type {WindowText} from '../messages/messages.js';
import {tagName} from './tag-names.js';

/** One row, one rating: who rated whom for what. */
export function ratingsTable(text: WindowText, records: readonly RatingRecord[], regionName: (code: string) => string, open: (caseNo: string) => void): TemplateResult {
  const columns = ['colTime', 'colRating', 'colItem', 'colOfficer', 'colRater', 'colWords'] as const;
  return html`<table class="grid ratings">
    <thead>
      <tr>${columns.map((column) => html`<th scope="col">${text.of(column)}</th>`)}</tr>
    </thead>
    <tbody>
      ${records.map(
        ({ratedAt, stars, itemName, taskVersion, caseNo, region, office, officerId, raterName, channel, tags, comment}) => html`<tr>
          <td><time datetime=${ratedAt}>${shortTime(ratedAt)}</time><p class="soft small">${text.of(`channel-${channel}`)}</p></td>
          <td><span class="badge ${isBad(stars) ? 'bad' : 'good'}">${text.of(`stars-${stars}`)}</span></td>
          <td><button class="button link" type="button" lang="zh-CN" @click=${() => open(caseNo)}>${itemName}</button><p class="soft small"><span lang="zh-CN">${regionName(region)}</span> · ${text.of('editionOf', {version: taskVersion})}</p></td>
          <td><span lang="zh-CN">${office}</span><p class="soft small">${officerId}</p></td>
          <td lang="zh-CN">${raterName}</td>
          <td>${tags.length > 0 ? html`<p class="row">${tags.map((tag) => html`<span class="badge">${tagName(tag, text.isChinese)}</span>`)}</p>` : nothing}<p lang="zh-CN">${comment || html`<span class="soft" lang=${text.language}>${text.of('noComment')}</span>`}</p></td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}
