import {assert} from '@open-wc/testing';
import {Command, SubmitCase} from '@tongban/domain/case/command.js';
import type {Attachment, Draft} from '@tongban/domain/case/draft.js';
import {parse} from '@tongban/domain/parse.js';
import {resolve} from '@tongban/domain/guide/resolve.js';
import {answerTo, newApplication} from '@tongban/runtime/worker/begin-draft.js';
import {checkFiling} from '@tongban/runtime/worker/check-filing.js';
import {mediaTypeOf} from '@tongban/runtime/worker/media-type.js';
import {outgoingOf, withPieces} from '@tongban/runtime/worker/outgoing.js';
import {aGuide, aMaterial} from '../fixtures/guides.js';
import {aDraftBody} from '../fixtures/drafts.js';
import {aCaseFile} from '../fixtures/case-files.js';
import {rejectsWith} from '../support/rejects-with.js';
import {throwsWith} from '../support/throws-with.js';

const aSlot = (set: Partial<Draft['slots'][number]> = {}) => ({materialId: 'bank', name: '银行卡', necessity: 1 as const, state: 'empty' as const, pieces: [], ...set});
const anAttachment = (set: Partial<Attachment> = {}): Attachment => ({
  attachmentId: 'a', materialId: 'bank', fileName: 'a.pdf', mediaType: 'application/pdf', size: 8, sent: 8, state: 'done', uploadId: 'u1', sha256: '0'.repeat(64), ...set,
});
const aDraft = (set: Partial<Draft> = {}): Draft => ({...aDraftBody({slots: [aSlot()]}), draftId: 'd', attachments: [], savedAt: '2026-01-05T00:00:00Z', ...set});

describe('what a draft sends', () => {
  it('keeps the contract of the gateway', () => {
    const ready = withPieces(outgoingOf(aDraft({attachments: [anAttachment()]})), [anAttachment()]);
    assert.equal(ready.route, 'submit');
    parse(SubmitCase, ready.route === 'submit' && ready.body);
  });

  it('puts an upload in its slot, in place of a waiver that was declined', () => {
    const slots = [aSlot({waivedBy: {by: 'certificate', certName: '银行卡'}}), aSlot({materialId: 'id', state: 'waived'})];
    const ready = withPieces(outgoingOf(aDraft({slots})), [anAttachment()]);
    if (ready.route !== 'submit') throw new Error(ready.route);
    assert.deepInclude(ready.body.slots[0], {state: 'provided', trust: 'C'});
    assert.notProperty(ready.body.slots[0], 'waivedBy');
    assert.deepEqual(ready.body.slots[1], slots[1]);
    assert.isTrue(ready.frozen);
  });

  it('does not go out while a scan is not up, and says which one the gateway refused', () => {
    const outgoing = outgoingOf(aDraft());
    throwsWith('TB_UPLOAD_UNKNOWN', () => withPieces(outgoing, [anAttachment({uploadId: undefined, state: 'sending'})]));
    throwsWith('TB_UPLOAD_HASH', () => withPieces(outgoing, [anAttachment({state: 'refused', problem: 'TB_UPLOAD_HASH'})]));
  });

  it('answers a notice with what it has to say, on the revision it was read at', () => {
    const answer = outgoingOf(aDraft({caseNo: 'C1', revision: 7, slots: [aSlot({state: 'provided'}), aSlot({materialId: 'id'})]}));
    if (answer.route !== 'act' || answer.body.action !== 'resubmit') throw new Error(answer.route);
    assert.include(answer, {caseNo: 'C1', revision: 7});
    assert.deepEqual(answer.body.payload.slots.map(({materialId}) => materialId), ['bank']);
    parse(Command, answer.body);
  });

  it('files again whole what a precheck returned', () => {
    const answer = outgoingOf(aDraft({caseNo: 'C1', revision: 2}), 'amend');
    assert.equal(answer.route === 'act' && answer.body.action, 'amend');
  });
});

describe('a new application', () => {
  const guide = aGuide({fields: [{id: 'name', label: '姓名', type: 'text', required: true, when: null}]});

  it('starts with what the state knows, for fields of the item only', () => {
    const body = newApplication({guide, region: '310000', held: [], known: {name: '李秀英', other: 'x'}});
    assert.deepEqual(body.fields, {name: '李秀英'});
    assert.equal(body.mode, guide.primaryMode);
    assert.equal(body.status, 'editing');
  });
});

describe('an answer to a notice', () => {
  it('empties what the notice did not take and leaves out masked values', () => {
    const file = aCaseFile({fields: {name: '李*英', bankNo: '6222'}, slots: [aSlot({materialId: 'id'}), {...aSlot({state: 'provided', trust: 'C'}), refusedReason: '看不清'}]});
    const body = answerTo(file);
    assert.deepEqual(body.fields, {bankNo: '6222'});
    assert.deepInclude(body.slots[1], {state: 'empty', pieces: []});
    assert.notProperty(body.slots[1], 'refusedReason');
    assert.include(body, {caseNo: file.caseNo, revision: file.revision});
  });
});

describe('the check before a draft is queued', () => {
  const guide = aGuide({
    materials: [aMaterial({id: 'bank', necessity: 1, when: null})],
    fields: [
      {id: 'name', label: '姓名', type: 'text', required: true, when: null},
      {id: 'idNo', label: '证件号码', type: 'citizenId', required: false, when: null},
    ],
  });
  const check = (draft: Draft) => () => checkFiling(draft, resolve(guide, {answers: {}, region: '310000', held: []}));
  const covered = [aSlot({state: 'promised'})];

  it('lets a whole draft pass', () => {
    check(aDraft({fields: {name: '李秀英'}, slots: covered}))();
  });

  it('names the field that is empty', () => throwsWith('TB_FIELD_REQUIRED', check(aDraft({fields: {name: '  '}, slots: covered}))));

  it('names a number whose check digit is wrong', () => throwsWith('TB_FIELD_INVALID', check(aDraft({fields: {name: '李', idNo: '110101199003070000'}, slots: covered}))));

  it('names a material that is missing, unless it is brought to a window', () => {
    throwsWith('TB_MATERIAL_MISSING', check(aDraft({fields: {name: '李'}, slots: []})));
    check(aDraft({fields: {name: '李'}, slots: [], mode: 'agent'}))();
  });

  it('holds back a draft with a scan that the gateway refused', () =>
    throwsWith('TB_UPLOAD_TYPE', check(aDraft({fields: {name: '李'}, slots: covered, attachments: [anAttachment({state: 'refused', problem: 'TB_UPLOAD_TYPE'})]}))));
});

describe('a file to attach', () => {
  const file = (bytes: number[] | string) => new Blob([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)]);

  it('is what its bytes say, not what its name says', async () => {
    assert.equal(await mediaTypeOf(file('%PDF-1.7'), 'scan.jpg'), 'application/pdf');
    assert.equal(await mediaTypeOf(file([0xff, 0xd8, 0xff, 0xe0]), 'scan.pdf'), 'image/jpeg');
    assert.equal(await mediaTypeOf(file([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'a'), 'image/png');
    assert.equal(await mediaTypeOf(file([0x50, 0x4b, 3, 4]), '公文.ofd'), 'application/ofd');
  });

  it('is refused when it is nothing of these', async () => {
    await rejectsWith('TB_UPLOAD_TYPE', mediaTypeOf(file('MZ\u0090'), 'scan.pdf'));
    await rejectsWith('TB_UPLOAD_TYPE', mediaTypeOf(file([0x50, 0x4b, 3, 4]), 'letter.docx'));
    await rejectsWith('TB_UPLOAD_TYPE', mediaTypeOf(file(''), 'empty.pdf'));
  });

  it('is refused when it is too large', async () => {
    const huge = {size: 50 * 1024 * 1024 + 1} as Blob;
    await rejectsWith('TB_UPLOAD_TOO_LARGE', mediaTypeOf(huge, 'a.pdf'));
  });
});
