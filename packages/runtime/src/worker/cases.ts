import {CaseFile, CaseSummary} from '@tongban/domain/case/case-file.js';
import type {Draft} from '@tongban/domain/case/draft.js';
import {codeOf, TbError} from '@tongban/domain/errors.js';
import {slotsOf} from '@tongban/domain/slots/initial-slots.js';
import {Paper} from '@tongban/domain/papers/paper.js';
import type {CasesPort} from '@tongban/domain/portal.js';
import {resolve} from '@tongban/domain/guide/resolve.js';
import {addAttachment, removeAttachment} from '@tongban/vault/worker/attachments.js';
import {changeDraft, createDraft, discardDraft, findOpenDraft, isOpen, readDraft, type DraftBody} from '@tongban/vault/worker/drafts.js';
import {giveUp, listCommands, queueCommand, queueDraft} from '@tongban/vault/worker/outbox.js';
import type {Safe} from '@tongban/vault/worker/safe.js';
import * as v from 'valibot';
import {answerTo, newApplication} from './begin-draft.js';
import {checkFiling} from './check-filing.js';
import {heldProofs} from './certificates.js';
import {mediaTypeOf} from './media-type.js';
import {outgoingOf, type Outgoing} from './outgoing.js';
import type {Shared} from './services.js';

/** Applications of the signed-in person: drafts in the vault, cases at the gateway. */
export function casesPort(shared: Shared): CasesPort {
  const {config, database, people, signed, show, sender, catalogue, withRoom, now, changed} = shared;

  const port: CasesPort = {
    async openDraft(of) {
      const safe = await people.requireSafe();
      const db = await database();
      if ('caseNo' in of) return openAnswer(safe, of.caseNo);
      const subject = {...of, delegationId: people.delegationId()}; // For a firm and for oneself there are two drafts.
      const found = await findOpenDraft(db, safe, subject);
      if (found) return found;
      const [{value: guide}, held, known] = await Promise.all([catalogue.guide(of.taskCode), heldProofs(shared, of.taskCode), prefill(of.taskCode)]);
      const body = newApplication({guide, forRegion: of.forRegion, region: config.region, held, known, userType: people.userType(), delegationId: subject.delegationId});
      return createDraft(db, safe, subject, body, now());
    },

    async draft(draftId) {
      const safe = await people.requireSafe();
      return withProgress(safe, await readDraft(await database(), safe, draftId));
    },

    async saveDraft(draftId, edit) {
      const safe = await people.requireSafe();
      const draft = await withRoom(0, async () => changeDraft(await database(), safe, draftId, (body) => merged(body, edit), now()));
      changed({about: 'draft', draftId});
      return draft;
    },

    async discardDraft(draftId) {
      const safe = await people.requireSafe();
      await discardDraft(await database(), safe, draftId);
      changed({about: 'draft', draftId});
    },

    async attach(draftId, materialId, file, fileName) {
      const safe = await people.requireSafe();
      const mediaType = await mediaTypeOf(file, fileName);
      const attachment = await withRoom(file.size, async () => addAttachment(await database(), safe, draftId, {materialId, fileName, mediaType}, await file.arrayBuffer(), now()));
      changed({about: 'draft', draftId});
      sender.wake();
      return attachment;
    },

    async detach(draftId, attachmentId) {
      const safe = await people.requireSafe();
      const db = await database();
      await removeAttachment(db, safe, draftId, attachmentId);
      changed({about: 'draft', draftId});
      return readDraft(db, safe, draftId);
    },

    async submit(draftId) {
      const safe = await people.requireSafe();
      const db = await database();
      const draft = await readDraft(db, safe, draftId);
      const lane = draft.caseNo === undefined ? `draft/${draftId}` : `case/${draft.caseNo}`;
      const command = {kind: draft.caseNo === undefined ? 'submit' : 'resubmit', lane, content: await checked(draft)} as const;
      const queued = await withRoom(0, () => queueDraft(db, safe, draftId, command, ({problem: _mended, ...body}) => ({...body, status: 'queued'}), now()));
      changed({about: 'draft', draftId});
      sender.wake();
      return queued;
    },

    mine: () => show('my-cases', v.array(CaseSummary), async () => (await signed.call('myCases', {})).cases),
    get: (caseNo) => show(`case/${caseNo}`, CaseFile, () => signed.call('caseFile', {params: {caseNo}})),
    paper: (caseNo, docNo) => show(`paper/${caseNo}/${docNo}`, Paper, () => signed.call('paper', {params: {caseNo, docNo}})),

    async withdraw(caseNo, revision, reason) {
      const safe = await people.requireSafe();
      const body = {action: 'withdraw', payload: reason === undefined ? {} : {reason}} as const;
      const content: Outgoing = {route: 'act', frozen: true, caseNo, revision, body};
      const db = await database();
      const commandId = await queueCommand(db, safe, {kind: 'withdraw', lane: `case/${caseNo}`, content}, now());
      const fate = await sender.attempt(commandId, safe);
      if (fate.kind === 'sent') return fate.receipt as Awaited<ReturnType<CasesPort['withdraw']>>;
      if (fate.kind === 'waiting') throw new TbError('TB_NETWORK'); // It stays queued, as the sentence of this code says.
      await giveUp(db, commandId);
      throw new TbError(fate.code);
    },
  };
  return port;

  /** The open answer to a case, brought up to the case's revision as long as it is not sent. */
  async function openAnswer(safe: Safe, caseNo: string): Promise<Draft> {
    const db = await database();
    const [found, {value: file}] = await Promise.all([findOpenDraft(db, safe, {caseNo}), port.get(caseNo)]);
    if (!found) return createDraft(db, safe, {caseNo}, answerTo(file), now());
    if (found.revision === file.revision) return found;
    return changeDraft(db, safe, found.draftId, (body) => (isOpen(body.status) ? {...body, revision: file.revision} : body), now());
  }

  async function prefill(taskCode: string): Promise<Record<string, string>> {
    const delegation = people.delegationId();
    try {
      return (await signed.call('prefill', {params: {taskCode}, query: delegation === undefined ? {} : {delegation}})).fields;
    } catch (error) {
      console.warn('Fields could not be filled in:', codeOf(error)); // Then the person types; nothing else hangs on it.
      return {};
    }
  }

  /** The command of a draft that has passed the checks a page can make; the gateway makes them all again. */
  async function checked(draft: Draft): Promise<Outgoing> {
    if (draft.caseNo !== undefined) {
      const {value: file} = await port.get(draft.caseNo);
      return outgoingOf(draft, file.state === 'returned' ? 'amend' : 'resubmit');
    }
    const [{value: guide}, held] = await Promise.all([catalogue.guide(draft.taskCode), heldProofs(shared, draft.taskCode)]);
    const resolved = resolve(guide, {answers: draft.answers, region: draft.forRegion ?? config.region, held, userType: people.userType()});
    if (guide.version !== draft.taskVersion) return outgoingOf(draft); // Of another edition only the gateway can tell.
    const whole = {...draft, slots: slotsOf(resolved, draft.slots)}; // Whatever the last answers asked for, or let fall away.
    checkFiling(whole, resolved);
    return outgoingOf(whole);
  }

  /** 「待发送」 and 「发送中」 differ only in the outbox. */
  async function withProgress(safe: Safe, draft: Draft): Promise<Draft> {
    if (draft.status !== 'queued') return draft;
    const commands = await listCommands(await database(), safe.owner);
    return commands.some(({draftId, state}) => draftId === draft.draftId && state === 'leased') ? {...draft, status: 'sending'} : draft;
  }
}

/** An edit laid over a draft, key by key: two tabs that edit different fields lose nothing. @throws TB_DRAFT_LOCKED */
function merged(body: DraftBody, {answers, fields, slots, ...rest}: Parameters<CasesPort['saveDraft']>[1]): DraftBody {
  if (!isOpen(body.status)) throw new TbError('TB_DRAFT_LOCKED');
  const {problem: _mended, ...kept} = body;
  return {
    ...kept,
    ...rest,
    status: 'editing',
    answers: answers ?? body.answers,
    fields: {...body.fields, ...fields},
    slots: slots ?? body.slots,
  };
}
