import {maskCitizenIdStrong, maskOtherId} from '@tongban/domain/people/mask.js';
import type {Region6} from '@tongban/domain/primitives.js';
import type {PersonRecord, StaffRecord} from '../people/person-record.js';
import {html, page, type Html, type Lang} from './page.js';
import {provinceName} from './provinces.js';

/** The pages on which a person says who they are. Links and forms only: they work without scripts. */

const text = {
  zh: {
    whereTitle: '您的实名账号在哪个省份？',
    where: '一地认证，全网通办：在您注册的省份登录一次，各省网站都认。',
    cancel: '取消，返回网站',
    chooserTitle: (province: string) => `${province}统一身份认证`,
    demo: '演示登录：请选择一位演示人物，不需要密码。人物和号码均为虚构。',
    persons: '个人',
    corps: '法人',
    loginAt: (loa: number) => `以认证等级 ${String(loa)} 登录`,
    below: (loa: number) => `本次办理需要认证等级 ${String(loa)}，此账号达不到。`,
    wanted: (loa: number) => `本次办理需要认证等级 ${String(loa)}。`,
    nobody: '没有可以登录的人物。',
    staffTitle: (province: string) => `${province}工作人员登录`,
    staffLogin: '登录',
    window: (no: string) => `${no} 号窗口`,
    stepUpTitle: '升级认证等级',
    stepUp: (loa: number) => `继续办理需要认证等级 ${String(loa)}。您已填写的内容会保留。`,
    stepUpTo: (loa: number) => `核验身份，升级到等级 ${String(loa)}`,
    stepUpNever: '您的账号在线上达不到这个等级，请到政务服务窗口办理。',
  },
  en: {
    whereTitle: 'In which province is your account?',
    where: 'Sign in once, in the province where you are registered; the sites of all provinces accept it.',
    cancel: 'Cancel and go back',
    chooserTitle: (province: string) => `Unified identity of ${province}`,
    demo: 'Demo sign-in: choose one of the demo people; no password. All names and numbers are invented.',
    persons: 'Persons',
    corps: 'Firms',
    loginAt: (loa: number) => `Sign in at level ${String(loa)}`,
    below: (loa: number) => `This needs level ${String(loa)}, which this account cannot reach.`,
    wanted: (loa: number) => `This needs level ${String(loa)}.`,
    nobody: 'There is nobody who could sign in.',
    staffTitle: (province: string) => `Staff of ${province}`,
    staffLogin: 'Sign in',
    window: (no: string) => `Window ${no}`,
    stepUpTitle: 'Raise your level of assurance',
    stepUp: (loa: number) => `To go on, level ${String(loa)} is needed. What you filled in is kept.`,
    stepUpTo: (loa: number) => `Verify and rise to level ${String(loa)}`,
    stepUpNever: 'Your account cannot reach this level online. Please go to a service window.',
  },
} as const;

const cancel = (lang: Lang): Html => html`<form class="choices" method="post"><button class="other" name="cancel" value="1">${text[lang].cancel}</button></form>`;
const otherLang = (lang: Lang, step = ''): string => `?${step}lang=${lang === 'zh' ? 'en' : 'zh'}`;

/** Where are you at home? `own` stands first. */
export function wherePage(lang: Lang, provinces: readonly Region6[], own?: Region6): string {
  const links = provinces.map((province) => html`<a class="choice${province === own ? '' : ' other'}" href="?home=${province}&amp;lang=${lang}">${provinceName(province, lang)}</a>`);
  return page({lang, title: text[lang].whereTitle, otherLang: otherLang(lang), body: html`<p>${text[lang].where}</p><nav class="choices">${links}</nav><hr>${cancel(lang)}`});
}

export interface ChooserInput {
  lang: Lang;
  province: Region6;
  people: readonly PersonRecord[];
  /** Level that is asked for. */
  wanted: number;
  userType?: string;
}

/** The demo's stand-in for a province's own sign-in page. */
export function chooserPage({lang, province, people, wanted, userType}: ChooserInput): string {
  const mayEnter = people.filter(({loa}) => loa > 0);
  const group = (type: 'person' | 'corp', title: string) => {
    const members = mayEnter.filter((person) => person.userType === type && (userType !== 'person' && userType !== 'corp' ? true : userType === type));
    return members.length === 0 ? html`` : html`<h2>${title}</h2><ul>${members.map((person) => personItem(lang, person, wanted))}</ul>`;
  };
  const groups = html`${group('person', text[lang].persons)}${group('corp', text[lang].corps)}`;
  const body = html`<p class="demo">${text[lang].demo}</p>${wanted > 1 ? html`<p>${text[lang].wanted(wanted)}</p>` : html``}${groups.text === '' ? html`<p>${text[lang].nobody}</p>` : groups}${cancel(lang)}`;
  return page({lang, title: text[lang].chooserTitle(provinceName(province, lang)), otherLang: otherLang(lang, `home=${province}&`), body});
}

function personItem(lang: Lang, person: PersonRecord, wanted: number): Html {
  const levels = levelsOf(person, wanted);
  const buttons = levels.map((loa, index) => html`<button class="${index === 0 ? '' : 'other'}" name="loa" value="${loa}" aria-label="${person.name} ${text[lang].loginAt(loa)}">${text[lang].loginAt(loa)}</button>`);
  const below = person.highestLoa < wanted ? html`<p>${text[lang].below(wanted)}</p>` : html``;
  const number = person.userType === 'person' ? maskCitizenIdStrong(person.idNo) : maskOtherId(person.idNo);
  return html`<li><h2>${person.name}</h2><p class="quiet">${number}</p><p>${person.hint[lang]}</p>${below}<form class="choices" method="post"><input type="hidden" name="person" value="${person.id}">${buttons}</form></li>`;
}

/** Levels a person can sign in with now: those that suffice, else their ordinary one. */
export function levelsOf({loa, highestLoa}: PersonRecord, wanted: number): number[] {
  const all = Array.from({length: highestLoa - loa + 1}, (_, index) => loa + index);
  const enough = all.filter((level) => level >= wanted);
  return enough.length > 0 ? enough : [highestLoa];
}

export function staffPage(lang: Lang, province: Region6, staff: readonly StaffRecord[]): string {
  const items = staff.map(
    ({id, name, office, windowNo, hint}) =>
      html`<li><h2>${name}</h2><p>${office}${windowNo === undefined ? '' : ` · ${text[lang].window(windowNo)}`}</p><p class="quiet">${hint[lang]}</p><form class="choices" method="post"><button name="staff" value="${id}" aria-label="${name} ${text[lang].staffLogin}">${text[lang].staffLogin}</button></form></li>`,
  );
  return page({lang, title: text[lang].staffTitle(provinceName(province, lang)), otherLang: otherLang(lang), body: html`<p class="demo">${text[lang].demo}</p><ul>${items}</ul>${cancel(lang)}`});
}

export function stepUpPage(lang: Lang, person: PersonRecord, wanted: number): string {
  const act =
    person.highestLoa < wanted
      ? html`<p>${text[lang].stepUpNever}</p>`
      : html`<form class="choices" method="post"><input type="hidden" name="person" value="${person.id}"><button name="loa" value="${wanted}">${text[lang].stepUpTo(wanted)}</button></form>`;
  return page({lang, title: text[lang].stepUpTitle, otherLang: otherLang(lang), body: html`<p>${text[lang].stepUp(wanted)}</p><p>${person.name}</p><p class="demo">${text[lang].demo}</p>${act}${cancel(lang)}`});
}
