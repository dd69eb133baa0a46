import {assert} from '@open-wc/testing';
import type {ServiceItem} from '@tongban/domain/guide/service-item.js';
import {receivable} from '@tongban/window/walk-in/receivable.js';
import {agreements} from '../../stories/support/fixtures/agreements.js';
import {serviceItems} from '../../stories/support/fixtures/items.js';
import {shanghaiSupervisor, suzhouClerk} from '../../stories/support/fixtures/staff.js';

const IN_FORCE = '2026-11-23';
const [shanghaiItem] = serviceItems as [ServiceItem];

const asked = (own: Partial<ServiceItem> = {}, at: Partial<Parameters<typeof receivable>[1]> = {}) => receivable({...shanghaiItem, ...own}, {staff: suzhouClerk, agreements, on: IN_FORCE, ...at});
const whyNot = (answer: ReturnType<typeof receivable>) => (answer.ok ? 'can' : answer.why);

describe('what a window may take in', () => {
  it('is what an agreement in force lets it receive, and says which', () => {
    const answer = asked();
    assert.isTrue(answer.ok && answer.mode === 'agent' && answer.agreement?.id === 'agr-320000-310000');
  });

  it('is nothing without an agreement, outside its dates, or for an item it does not list', () => {
    assert.equal(whyNot(asked({}, {agreements: []})), 'agreement');
    assert.equal(whyNot(asked({}, {on: '2025-12-31'})), 'date');
    assert.equal(whyNot(asked({catalogCode: '000000000000'})), 'item');
  });

  it('needs the power to receive in that agreement', () => {
    const without = agreements.map((agreement) => ({...agreement, powers: agreement.powers.filter((power) => power !== 'receive')}));
    assert.equal(whyNot(asked({}, {agreements: without})), 'power');
  });

  it('needs a full guide, a mode for windows and a clerk who receives', () => {
    assert.equal(whyNot(asked({hasGuide: false})), 'guide');
    assert.equal(whyNot(asked({modes: ['online']})), 'online');
    assert.equal(whyNot(asked({modes: []})), 'mode');
    assert.equal(whyNot(asked({}, {staff: shanghaiSupervisor})), 'role');
  });

  it('needs no agreement where there is no place limit, and for the own province', () => {
    const direct = asked({modes: ['direct', 'agent']}, {agreements: []});
    assert.isTrue(direct.ok && direct.mode === 'direct');
    assert.isTrue(asked({region: '320000'}, {agreements: []}).ok);
  });
});
