import '@tongban/window/window.js';
import type {TbWindow} from '@tongban/window/window/window.js';
import type {SessionState, StaffView} from '@tongban/domain/people/person.js';
import {html} from 'lit';
import {fixturePortal, type PortalState, type World} from './support/fixture-portal.js';
import {officeCase} from './support/fixtures/office.js';
import {anonymous, expired, retiree, signedInAs} from './support/fixtures/people.js';
import {shanghaiReviewer, shanghaiSupervisor, staffSignedInAs, suzhouClerk} from './support/fixtures/staff.js';
import {NOW} from './support/fixtures/times.js';
import {drawn, pressed} from './support/press.js';
import {statesOf} from './support/story.js';

export default {title: 'tb-window', component: 'tb-window', parameters: {layout: 'fullscreen'}};

type Own = 'gate' | 'expired' | 'no-staff' | 'shift' | 'help' | 'case' | 'no-case' | 'barred' | 'form' | 'confirm' | 'notice' | 'paper' | 'piece' | 'closed' | 'rating-code' | 'walk-in' | 'walk-in-items' | 'ratings';

/** How a state comes about: who sits there, what the portal holds, where they have gone and what they have pressed. */
interface Scene {
  readonly staff?: StaffView;
  readonly session?: SessionState;
  readonly world?: Partial<World>;
  readonly go?: Parameters<TbWindow['go']>[0];
  readonly press?: readonly string[];
  /** What is on the screen then. */
  readonly shows?: string;
}

const caseAt = (serial: number) => ({at: 'case', number: officeCase(serial).file.caseNo}) as const;

const scenes: Partial<Record<PortalState | Own, Scene>> = {
  ready: {shows: 'tr[data-case]'},
  empty: {world: {office: []}, shows: '[part=empty]'},
  failed: {world: {failing: {'staff.inbox': 'TB_GATEWAY'}}, shows: '[part=failed]'},
  gate: {session: anonymous, shows: '[part=gate]'},
  expired: {session: expired, shows: '[part=gate] .warn'},
  'no-staff': {session: signedInAs(retiree), shows: '[part=gate] .warn'},
  shift: {press: ['[part=shift]'], shows: 'dialog[open]'},
  help: {press: ['[aria-haspopup=dialog]'], shows: 'dialog[open]'},
  case: {go: caseAt(2), shows: '[part=timeline]'},
  'no-case': {go: {at: 'case', number: 'ABCDEFGH'}, shows: '[part=failed]'},
  barred: {world: {agreements: []}, go: caseAt(2), shows: '.barred'},
  form: {staff: shanghaiReviewer, go: caseAt(6), press: ['[data-action=decide]', '.choices .choice:nth-child(2)', '[part=send]'], shows: '#form-wrongs'},
  confirm: {staff: shanghaiReviewer, go: caseAt(4), press: ['[data-action=accept]'], shows: '[part=send]'},
  notice: {staff: shanghaiReviewer, go: caseAt(4), press: ['[data-action=onceNotice]', '#form-tick-m-bank', '#form-what-m-bank=>银行卡照片模糊，看不清卡号', '[part=send]'], shows: '#form-wrongs'},
  paper: {go: caseAt(2), press: ['[part=papers] [data-doc]'], shows: '[part=print]'},
  piece: {go: caseAt(2), press: ['[data-piece]'], shows: '[part=piece] img'},
  closed: {go: caseAt(8), shows: '[part=timeline]'},
  'rating-code': {go: caseAt(2), press: ['[data-rate]'], shows: '[part=code] svg'},
  'walk-in-items': {go: {at: 'walk-in'}, press: ['#item=>公积金'], shows: '.hit'},
  'walk-in': {go: {at: 'walk-in'}, press: ['#item=>正常退休', '.hit .button', '[part=take-in]'], shows: '#walk-in-wrongs'},
  ratings: {staff: shanghaiSupervisor, go: {at: 'ratings'}, shows: '.ratings td'},
};

const drawnAs = statesOf<PortalState | Own>((state, {lang, size}) => {
  const {staff = suzhouClerk, session, world} = scenes[state] ?? {};
  const asked = state === 'waiting' || state === 'stale' ? state : 'ready';
  const portal = fixturePortal(asked, {staff, session: session ?? staffSignedInAs(staff), ...world});
  return html`<tb-window lang=${lang} text-size=${size} .now=${() => new Date(NOW)} .portal=${portal}></tb-window>`;
});

/** Goes where the state is, and shows it. */
const story: typeof drawnAs = (state, lang, size) => ({
  ...drawnAs(state, lang, size),
  play: async ({canvasElement}) => {
    const {go, press = [], shows} = scenes[state] ?? {};
    const element = canvasElement.querySelector<TbWindow>('tb-window')!;
    if (go) element.go(go);
    await pressed(element, ...press);
    if (shows) await drawn(element, shows);
  },
});

export const WaitingZhNormal = story('waiting', 'zh-CN', 'normal');
export const WaitingZhElder = story('waiting', 'zh-CN', 'elder');
export const WaitingEnNormal = story('waiting', 'en', 'normal');
export const WaitingEnElder = story('waiting', 'en', 'elder');
export const ReadyZhNormal = story('ready', 'zh-CN', 'normal');
export const ReadyZhElder = story('ready', 'zh-CN', 'elder');
export const ReadyEnNormal = story('ready', 'en', 'normal');
export const ReadyEnElder = story('ready', 'en', 'elder');
export const EmptyZhNormal = story('empty', 'zh-CN', 'normal');
export const EmptyZhElder = story('empty', 'zh-CN', 'elder');
export const EmptyEnNormal = story('empty', 'en', 'normal');
export const EmptyEnElder = story('empty', 'en', 'elder');
export const FailedZhNormal = story('failed', 'zh-CN', 'normal');
export const FailedZhElder = story('failed', 'zh-CN', 'elder');
export const FailedEnNormal = story('failed', 'en', 'normal');
export const FailedEnElder = story('failed', 'en', 'elder');
export const StaleZhNormal = story('stale', 'zh-CN', 'normal');
export const StaleZhElder = story('stale', 'zh-CN', 'elder');
export const StaleEnNormal = story('stale', 'en', 'normal');
export const StaleEnElder = story('stale', 'en', 'elder');
export const GateZhNormal = story('gate', 'zh-CN', 'normal');
export const GateZhElder = story('gate', 'zh-CN', 'elder');
export const GateEnNormal = story('gate', 'en', 'normal');
export const GateEnElder = story('gate', 'en', 'elder');
export const ExpiredZhNormal = story('expired', 'zh-CN', 'normal');
export const ExpiredZhElder = story('expired', 'zh-CN', 'elder');
export const ExpiredEnNormal = story('expired', 'en', 'normal');
export const ExpiredEnElder = story('expired', 'en', 'elder');
export const NoStaffZhNormal = story('no-staff', 'zh-CN', 'normal');
export const NoStaffZhElder = story('no-staff', 'zh-CN', 'elder');
export const NoStaffEnNormal = story('no-staff', 'en', 'normal');
export const NoStaffEnElder = story('no-staff', 'en', 'elder');
export const ShiftZhNormal = story('shift', 'zh-CN', 'normal');
export const ShiftZhElder = story('shift', 'zh-CN', 'elder');
export const ShiftEnNormal = story('shift', 'en', 'normal');
export const ShiftEnElder = story('shift', 'en', 'elder');
export const HelpZhNormal = story('help', 'zh-CN', 'normal');
export const HelpZhElder = story('help', 'zh-CN', 'elder');
export const HelpEnNormal = story('help', 'en', 'normal');
export const HelpEnElder = story('help', 'en', 'elder');
export const CaseZhNormal = story('case', 'zh-CN', 'normal');
export const CaseZhElder = story('case', 'zh-CN', 'elder');
export const CaseEnNormal = story('case', 'en', 'normal');
export const CaseEnElder = story('case', 'en', 'elder');
export const NoCaseZhNormal = story('no-case', 'zh-CN', 'normal');
export const NoCaseZhElder = story('no-case', 'zh-CN', 'elder');
export const NoCaseEnNormal = story('no-case', 'en', 'normal');
export const NoCaseEnElder = story('no-case', 'en', 'elder');
export const BarredZhNormal = story('barred', 'zh-CN', 'normal');
export const BarredZhElder = story('barred', 'zh-CN', 'elder');
export const BarredEnNormal = story('barred', 'en', 'normal');
export const BarredEnElder = story('barred', 'en', 'elder');
export const FormZhNormal = story('form', 'zh-CN', 'normal');
export const FormZhElder = story('form', 'zh-CN', 'elder');
export const FormEnNormal = story('form', 'en', 'normal');
export const FormEnElder = story('form', 'en', 'elder');
export const ConfirmZhNormal = story('confirm', 'zh-CN', 'normal');
export const ConfirmZhElder = story('confirm', 'zh-CN', 'elder');
export const ConfirmEnNormal = story('confirm', 'en', 'normal');
export const ConfirmEnElder = story('confirm', 'en', 'elder');
export const NoticeZhNormal = story('notice', 'zh-CN', 'normal');
export const NoticeZhElder = story('notice', 'zh-CN', 'elder');
export const NoticeEnNormal = story('notice', 'en', 'normal');
export const NoticeEnElder = story('notice', 'en', 'elder');
export const PaperZhNormal = story('paper', 'zh-CN', 'normal');
export const PaperZhElder = story('paper', 'zh-CN', 'elder');
export const PaperEnNormal = story('paper', 'en', 'normal');
export const PaperEnElder = story('paper', 'en', 'elder');
export const PieceZhNormal = story('piece', 'zh-CN', 'normal');
export const PieceZhElder = story('piece', 'zh-CN', 'elder');
export const PieceEnNormal = story('piece', 'en', 'normal');
export const PieceEnElder = story('piece', 'en', 'elder');
export const ClosedZhNormal = story('closed', 'zh-CN', 'normal');
export const ClosedZhElder = story('closed', 'zh-CN', 'elder');
export const ClosedEnNormal = story('closed', 'en', 'normal');
export const ClosedEnElder = story('closed', 'en', 'elder');
export const RatingCodeZhNormal = story('rating-code', 'zh-CN', 'normal');
export const RatingCodeZhElder = story('rating-code', 'zh-CN', 'elder');
export const RatingCodeEnNormal = story('rating-code', 'en', 'normal');
export const RatingCodeEnElder = story('rating-code', 'en', 'elder');
export const WalkInItemsZhNormal = story('walk-in-items', 'zh-CN', 'normal');
export const WalkInItemsZhElder = story('walk-in-items', 'zh-CN', 'elder');
export const WalkInItemsEnNormal = story('walk-in-items', 'en', 'normal');
export const WalkInItemsEnElder = story('walk-in-items', 'en', 'elder');
export const WalkInZhNormal = story('walk-in', 'zh-CN', 'normal');
export const WalkInZhElder = story('walk-in', 'zh-CN', 'elder');
export const WalkInEnNormal = story('walk-in', 'en', 'normal');
export const WalkInEnElder = story('walk-in', 'en', 'elder');
export const RatingsZhNormal = story('ratings', 'zh-CN', 'normal');
export const RatingsZhElder = story('ratings', 'zh-CN', 'elder');
export const RatingsEnNormal = story('ratings', 'en', 'normal');
export const RatingsEnElder = story('ratings', 'en', 'elder');
