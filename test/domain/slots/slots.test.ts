import {isCovered, mergeSlots, neutralPieces} from '@tongban/domain/slots/slots.js';
import {assert} from '@open-wc/testing';
import {aPiece, aSlot} from '../../fixtures/cases.js';

const check = {how: 'originalSeen', by: 'SZ-1', at: '2026-03-02T10:00:00+08:00'} as const;

describe('a slot', () => {
  it('needs nothing more when something is there, waived or promised', () => {
    assert.isTrue(isCovered(aSlot()));
    assert.isTrue(isCovered(aSlot({pieces: [], check})), 'paper that was seen');
    assert.isTrue(isCovered(aSlot({state: 'waived', pieces: []})));
    assert.isTrue(isCovered(aSlot({state: 'promised', pieces: []})));
  });

  it('needs more when it is empty, lacking, said to be provided only, or refused', () => {
    assert.isFalse(isCovered(aSlot({state: 'empty', pieces: []})));
    assert.isFalse(isCovered(aSlot({state: 'lacking', pieces: []})));
    assert.isFalse(isCovered(aSlot({pieces: []})));
    assert.isFalse(isCovered(aSlot({refusedReason: '不清楚'})));
  });

  it('is replaced by its name, and a new one comes last', () => {
    const merged = mergeSlots([aSlot({materialId: 'a'}), aSlot({materialId: 'b'})], [aSlot({materialId: 'c'}), aSlot({materialId: 'a', state: 'empty'})]);
    assert.deepEqual(merged.map(({materialId, state}) => [materialId, state]), [['a', 'empty'], ['b', 'provided'], ['c', 'provided']]);
  });

  it('keeps files under names that name nobody', () => {
    const pieces = [aPiece(), aPiece({mediaType: 'application/pdf'}), aPiece({mediaType: 'text/odd'})];
    assert.deepEqual(neutralPieces('bank', pieces).map(({fileName}) => fileName), ['bank-1.jpg', 'bank-2.pdf', 'bank-3']);
    assert.equal(neutralPieces('bank', pieces)[0]?.uploadId, pieces[0]?.uploadId);
  });
});
