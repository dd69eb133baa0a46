import type {Localized} from '@tongban/base/localized.js';
import {whenCopied} from '@tongban/base/when-copied.js';
import type {RatingInvitation, RatingLevel, Stars} from '@tongban/domain/rating/rating.js';
import {html, nothing, type TemplateResult} from 'lit';
import {face} from './face.js';
import type {RatingWord} from './messages.js';
import {tagWords} from './tag-words.js';

/** As much as `RatingInput` takes. */
const COMMENT_LENGTH = 150;

/** What a person has chosen so far; nothing is chosen for them. */
export interface RatingChoice {
  readonly stars: Stars | undefined;
  readonly tags: readonly string[];
  readonly comment: string;
}

export interface RatingForm {
  text: Localized<RatingWord>;
  invitation: RatingInvitation;
  choice: RatingChoice;
  busy: boolean;
  offline: boolean;
  /** Whether an earlier rating is changed. */
  amending: boolean;
  /** Sentence of what stands in the way. */
  problem: string | undefined;
  choose: (change: Partial<RatingChoice>) => void;
  submit: () => void;
  dismiss: () => void;
}

/** The five levels, the tags of the one chosen, a comment, and two buttons of equal weight. */
export function ratingForm(form: RatingForm): TemplateResult {
  const {text, invitation, choice, busy, offline, amending, problem, submit, dismiss} = form;
  const level = invitation.levels.find(({star}) => star === choice.stars);
  const submitted = (event: Event) => {
    event.preventDefault();
    submit();
  };
  return html`<form class="stack" novalidate @submit=${submitted}>
    ${heading(text, invitation, amending)}
    ${offline ? html`<p class="notice warn small" role="status" part="offline">${text.of('offline')}</p>` : nothing}
    <fieldset part="levels" ?disabled=${busy}>
      <legend>${text.of('levels')}</legend>
      <div class="levels">${[...invitation.levels].sort((a, b) => b.star - a.star).map((one) => levelChoice(form, one))}</div>
    </fieldset>
    ${level && level.tags.length > 0 ? tagChoices(form, level) : nothing} ${level ? comment(form) : nothing}
    ${problem ? html`<p class="notice bad" role="alert" part="problem">${problem}</p>` : nothing}
    <div class="ends">
      <button class="button" type="button" part="dismiss" ?disabled=${busy} @click=${dismiss}>${text.of(amending ? 'amendDismiss' : 'dismiss')}</button>
      <button class="button" type="submit" part="submit" ?disabled=${busy}>${text.of(busy ? 'sending' : amending ? 'amendSubmit' : 'submit')}</button>
    </div>
    <p class="small soft">${text.of('voluntary')}</p>
  </form>`;
}

function heading(text: Localized<RatingWord>, {itemName, office, actName, at}: RatingInvitation, amending: boolean): TemplateResult {
  return html`<div class="stack-tight">
    <h2 tabindex="-1" part="title">${text.of(amending ? 'amendTitle' : 'title')}</h2>
    <p><strong lang="zh-CN">${itemName}</strong></p>
    <p class="soft small">${text.say('about', {office, act: text.of(actName), time: whenCopied(at, text.language)})}</p>
  </div>`;
}

function levelChoice({text, choice, choose}: RatingForm, {star}: RatingLevel): TemplateResult {
  const chosen = choice.stars === star;
  return html`<label class="choice level ${chosen ? 'chosen' : ''}">
    <input type="radio" name="stars" value=${star} .checked=${chosen} @change=${() => choose({stars: star, tags: []})} />
    ${face(star)}
    <span>${text.of(`star${star}`)}</span>
  </label>`;
}

function tagChoices({text, choice, busy, choose}: RatingForm, {tags}: RatingLevel): TemplateResult {
  const toggle = (code: string, on: boolean) => choose({tags: on ? [...choice.tags, code] : choice.tags.filter((other) => other !== code)});
  return html`<fieldset part="tags" ?disabled=${busy}>
    <legend>${text.of('tags')}</legend>
    <div class="tags">
      ${tags.map(({code, text: words}) => {
        const chosen = choice.tags.includes(code);
        const own = text.isChinese ? undefined : tagWords[code];
        return html`<label class="choice ${chosen ? 'chosen' : ''}">
          <input type="checkbox" .checked=${chosen} @change=${(event: Event) => toggle(code, (event.target as HTMLInputElement).checked)} />
          ${own ? html`<span>${own}</span>` : html`<span lang="zh-CN">${words}</span>`}
        </label>`;
      })}
    </div>
  </fieldset>`;
}

function comment({text, choice, busy, choose}: RatingForm): TemplateResult {
  const count = choice.comment.length;
  return html`<div>
    <label class="label" for="comment">${text.of('comment')}</label>
    <textarea
      class="input"
      id="comment"
      rows="3"
      maxlength=${COMMENT_LENGTH}
      aria-describedby="comment-hint comment-count"
      ?disabled=${busy}
      .value=${choice.comment}
      @input=${(event: Event) => choose({comment: (event.target as HTMLTextAreaElement).value})}
    ></textarea>
    <p class="small soft" id="comment-hint">${text.of('commentHint')}</p>
    <p class="small soft" id="comment-count" part="counter">${text.of('counter', {count, left: COMMENT_LENGTH - count})}</p>
  </div>`;
}
