import {assert} from '@open-wc/testing';
import {CaseState, isTerminal} from '@tongban/domain/case/case-state.js';
import {stepOwnerOf, trayOf, trays} from '@tongban/window/desk/trays.js';

const row = (state: CaseState, own: Partial<Parameters<typeof trayOf>[0]> = {}) => ({state, mode: 'agent', windowRegion: '320500', homeRegion: '310000', ...own}) as const;

describe('the trays of the inbox', () => {
  it('hold every state in one of them', () => {
    for (const state of CaseState.options) assert.include(trays, trayOf(row(state)), state);
  });

  it('keep what has ended apart from what waits', () => {
    for (const state of CaseState.options) assert.equal(trayOf(row(state)) === 'done', isTerminal(state), state);
  });

  it('send on only what another region decides', () => {
    assert.equal(trayOf(row('received')), 'toForward');
    assert.equal(trayOf(row('received', {windowRegion: '310000'})), 'toAccept');
    assert.equal(trayOf(row('received', {mode: 'joint'})), 'toAccept');
  });

  it('say whose turn it is', () => {
    assert.equal(stepOwnerOf(row('received')), 'window');
    assert.equal(stepOwnerOf(row('forwarding')), 'home');
    assert.equal(stepOwnerOf(row('supplement')), 'applicant');
    assert.equal(stepOwnerOf(row('closed')), 'nobody');
  });
});
