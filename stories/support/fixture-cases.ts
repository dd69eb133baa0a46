import type {CaseFile, Receipt} from '@tongban/domain/case/case-file.js';
import type {Attachment, Draft} from '@tongban/domain/case/draft.js';
import {TbError} from '@tongban/domain/errors.js';
import type {CasesPort} from '@tongban/domain/portal.js';
import {CASE_NO} from './fixtures/cases.js';
import {fundRetireGuide} from './fixtures/guides.js';
import {NOW} from './fixtures/times.js';
import type {PortUse} from './fixture-portal.js';

const MAX_BYTES = 20 * 1024 * 1024;
const TYPES = ['application/pdf', 'application/ofd', 'image/jpeg', 'image/png'];

/** Keeps a draft in memory for whomever one acts for; files arrive at once. */
export function fixtureCases({world, answer, announce}: PortUse): CasesPort {
  const others = new Map<string | undefined, Draft>();
  /** The draft of whom one acts for now: with a change of that another one is opened, and the first one kept. */
  const draftNow = (): Draft => {
    const delegationId = world.session.status === 'signedIn' ? world.session.person?.actingFor?.id : undefined;
    if (world.draft.delegationId === delegationId) return world.draft;
    others.set(world.draft.delegationId, world.draft);
    const {delegationId: _other, consents: _consents, ...draft} = world.draft;
    const empty: Draft = {...draft, draftId: `draft-${delegationId ?? 'own'}`, ...(delegationId && {delegationId}), answers: {}, fields: {}, slots: [], attachments: [], status: 'editing'};
    return others.get(delegationId) ?? empty;
  };
  const put = (draft: Draft): Draft => {
    world.draft = draft;
    announce({about: 'draft', draftId: draft.draftId});
    return draft;
  };
  const theDraft = (draftId: string): Draft => {
    if (world.draft.draftId !== draftId) throw new TbError('TB_DRAFT_UNKNOWN');
    return world.draft;
  };
  const editable = (draftId: string): Draft => {
    const draft = theDraft(draftId);
    if (draft.status !== 'editing' && draft.status !== 'refused') throw new TbError('TB_DRAFT_LOCKED');
    return draft;
  };
  const theCase = (caseNo: string): CaseFile => world.cases.find((file) => file.caseNo === caseNo || file.shortCode === caseNo) ?? notFound();

  return {
    openDraft: (of) =>
      answer.plain(() => (world.draft = {...draftNow(), ...('caseNo' in of ? {caseNo: of.caseNo, revision: theCase(of.caseNo).revision} : {forRegion: of.forRegion ?? '310000'})}), world.draft),
    draft: (draftId) => answer.plain(() => theDraft(draftId), world.draft),
    saveDraft: async (draftId, edit) => put({...editable(draftId), ...edit, savedAt: NOW}),
    discardDraft: async (draftId) => {
      const {draftId: id} = editable(draftId);
      put({...world.draft, answers: {}, fields: {}, slots: [], attachments: []});
      announce({about: 'draft', draftId: id});
    },
    attach: async (draftId, materialId, file, fileName) => {
      const draft = editable(draftId);
      if (file.size > MAX_BYTES) throw new TbError('TB_UPLOAD_TOO_LARGE');
      if (!TYPES.includes(file.type)) throw new TbError('TB_UPLOAD_TYPE');
      const attachment: Attachment = {
        attachmentId: `att-${draft.attachments.length + 1}`,
        ...{materialId, fileName, mediaType: file.type, size: file.size, sent: file.size},
        state: 'done',
      };
      put({...draft, attachments: [...draft.attachments, attachment]});
      return attachment;
    },
    detach: async (draftId, attachmentId) => {
      const draft = editable(draftId);
      return put({...draft, attachments: draft.attachments.filter((attachment) => attachment.attachmentId !== attachmentId)});
    },
    submit: async (draftId) => {
      const draft = editable(draftId);
      const missing = fundRetireGuide.fields.find(({id, required}) => required && !draft.fields[id]);
      if (missing) throw new TbError('TB_FIELD_REQUIRED', {details: {field: missing.id}});
      return put({...draft, status: 'filed', receipt: {caseNo: CASE_NO, shortCode: 'K7M2Q9TD', at: NOW, papers: []}});
    },
    mine: () => answer.shown(() => world.summaries, () => []),
    get: (caseNo) => answer.shown(() => theCase(caseNo), notFound),
    withdraw: async (caseNo, revision) => {
      const file = theCase(caseNo);
      if (file.revision !== revision) throw new TbError('TB_CASE_STALE');
      const withdrawn: CaseFile = {...file, revision: revision + 1, state: 'withdrawn', allowed: []};
      world.cases = world.cases.map((other) => (other === file ? withdrawn : other));
      announce({about: 'case', caseNo});
      return receiptOf(withdrawn);
    },
    paper: (caseNo, docNo) =>
      answer.shown(() => {
        const file = theCase(caseNo);
        const ref = file.papers.find((paper) => paper.docNo === docNo) ?? notFound();
        // In full for the printer of a window, as the gateway sends it; masked for everybody else.
        const party = (world.staff && world.office.find((walked) => walked.file.caseNo === file.caseNo)?.party) ?? file.applicant;
        return {
          ...ref,
          ...{caseNo: file.caseNo, shortCode: file.shortCode, itemName: file.itemName, taskCode: file.taskCode},
          applicant: {name: party.name, idNo: party.idNo},
          materials: file.slots.map(({name, state}) => ({name, state})),
          paragraphs: file.faults.map(({what}) => what),
          legalBasis: [],
          office: '上海市住房公积金管理中心',
          progressUrl: 'https://www.shanghai.example/progress',
        };
      }, notFound),
  };
}

export const receiptOf = ({caseNo, shortCode, revision, state, papers}: CaseFile): Receipt => ({
  commandId: `command-${revision}`,
  ...{caseNo, shortCode, revision, state, papers},
  at: NOW,
  jws: 'e30.e30.e30',
});

function notFound(): never {
  throw new TbError('TB_NOT_FOUND');
}
