import type {CaseFile} from '@tongban/domain/case/case-file.js';
import type {Draft} from '@tongban/domain/case/draft.js';
import type {Guide} from '@tongban/domain/guide/guide.js';
import type {Answers} from '@tongban/domain/guide/when.js';
import type {HeldProof, PersonView, SessionState} from '@tongban/domain/people/person.js';
import type {Portal, Shown} from '@tongban/domain/portal.js';
import type {Region6} from '@tongban/domain/primitives.js';
import {needsSignIn} from '../sign-in-prompt.js';

/** What a form stands on before anything is typed. */
export interface Ground {
  readonly session: SessionState;
  readonly guide: Guide;
  /** The region that decides. */
  readonly region: Region6;
  /** Undefined when it cannot be asked for now, also while nobody is signed in: what was waived before stays waived. */
  readonly held: readonly HeldProof[] | undefined;
  /** The case whose notice is answered. */
  readonly file: CaseFile | undefined;
  /** Undefined while somebody has to sign in before a draft can be opened. */
  readonly draft: Draft | undefined;
  /** What was said about the situation before there was a draft. */
  readonly keptAnswers: Answers;
}

export interface GroundWish {
  readonly item: string;
  readonly caseNo: string;
  readonly forRegion: Region6 | undefined;
}

/** Asks the portal for everything a form stands on. Its age is the guide's, or the case's when that is older news. */
export async function groundOf(portal: Portal, {item, caseNo, forRegion}: GroundWish): Promise<Shown<Ground> | undefined> {
  if (!item && !caseNo) return undefined;
  const session = await portal.session.current();
  const file = caseNo ? await portal.cases.get(caseNo) : undefined;
  const taskCode = file?.value.taskCode ?? item;
  const guide = await portal.catalogue.guide(taskCode);
  const region = file?.value.homeRegion ?? decidingRegion(guide.value, taskCode, forRegion);
  const held = session.status === 'signedIn' ? await portal.certificates.held(taskCode).catch(() => undefined) : undefined;
  const draft = canAnswer(file?.value) ? await openDraft(portal, caseNo ? {caseNo} : {taskCode, forRegion: region}) : undefined;
  const keptAnswers = caseNo ? {} : await portal.answers.kept(taskCode);
  return {value: {session, guide: guide.value, region, held, file: file?.value, draft, keptAnswers}, asOf: (file ?? guide).asOf, stale: guide.stale || file?.stale === true};
}

/** Whether there is something to fill in: always for an item, for a case when its notice waits for an answer. */
export const canAnswer = (file: CaseFile | undefined): boolean => !file || file.allowed.includes('resubmit') || file.allowed.includes('amend');

/** Whether only what a notice names is filled in. What a precheck returned is gone through as a whole: it is filed anew. */
export const isAnswer = ({file}: Pick<Ground, 'file'>): boolean => file !== undefined && !file.allowed.includes('amend');

/** Whether a fault names this field: then what stands in it is wrong, whoever filled it in. */
export const isNamed = ({file}: Pick<Ground, 'file'>, fieldId: string): boolean => file?.faults.some((fault) => fault.fieldId === fieldId) === true;

/** Whether a draft may still be changed: a refused one can be mended. */
export const isOpen = ({status}: Pick<Draft, 'status'>): boolean => status === 'editing' || status === 'refused';

/** The person, when one is signed in. */
export const personOf = ({session}: Pick<Ground, 'session'>): PersonView | undefined => (session.status === 'signedIn' ? session.person : undefined);

/**
 * An edition belongs to the region that published it, whatever portal shows it; `forRegion` only says more exactly where within it.
 */
function decidingRegion({deltas, region}: Guide, taskCode: string, forRegion: Region6 | undefined): Region6 {
  const publisher = deltas.find((delta) => delta.taskCode === taskCode)?.region ?? region;
  return forRegion?.slice(0, 2) === publisher.slice(0, 2) ? forRegion : publisher;
}

async function openDraft(portal: Portal, of: Parameters<Portal['cases']['openDraft']>[0]): Promise<Draft | undefined> {
  try {
    return await portal.cases.openDraft(of);
  } catch (error) {
    if (needsSignIn(error)) return undefined;
    throw error;
  }
}
