import {delegationFor, isDelegationInForce, type DelegationWish} from '@tongban/domain/people/delegations.js';
import type {Delegation} from '@tongban/domain/people/delegation.js';
import {assert} from '@open-wc/testing';
import {aDelegation, AGENT, APPLICANT, at, MONDAY} from '../../fixtures/cases.js';

const wish = (parts: Partial<DelegationWish> = {}): DelegationWish => ({
  id: 'dlg-1', grantorId: APPLICANT.id, granteeId: AGENT.id, action: 'apply', catalogCode: '002099008000', on: MONDAY, ...parts,
});
const answer = (delegations: Delegation[], parts?: Partial<DelegationWish>) => {
  const given = delegationFor(delegations, wish(parts));
  return given.ok ? 'ok' : given.why;
};

/** A chain of so many links from the applicant to the agent; the last one is dlg-1. */
function chain(links: number, parts: Partial<Delegation> = {}): Delegation[] {
  return Array.from({length: links}, (_, index) =>
    aDelegation({
      id: index === links - 1 ? 'dlg-1' : `link-${index}`,
      grantor: {id: index === 0 ? APPLICANT.id : `person-${index}`, userType: 'person'},
      granteeId: index === links - 1 ? AGENT.id : `person-${index + 1}`,
      parentId: index === 0 ? undefined : `link-${index - 1}`,
      subDelegable: true,
      ...parts,
    }),
  );
}

describe('a delegation', () => {
  it('is in force between its days and until it is revoked', () => {
    const delegation = aDelegation({validFrom: MONDAY, validTo: '2026-03-04'});
    assert.deepEqual(['2026-03-01', MONDAY, '2026-03-04', '2026-03-05'].map((on) => isDelegationInForce(delegation, on)), [false, true, true, false]);
    // 18:00 UTC on the 2nd is the 3rd in China.
    const revoked = aDelegation({revokedAt: '2026-03-02T18:00:00Z'});
    assert.deepEqual([MONDAY, '2026-03-03'].map((on) => isDelegationInForce(revoked, on)), [true, false]);
  });

  it('lets its holder do what it names, for whom it names', () => {
    assert.equal(answer([aDelegation()]), 'ok');
    assert.equal(answer([]), 'unknown');
    assert.equal(answer([aDelegation()], {granteeId: 'somebody'}), 'party');
    assert.equal(answer([aDelegation()], {grantorId: 'somebody'}), 'party');
    assert.equal(answer([aDelegation({validTo: '2026-03-01'})]), 'date');
    assert.equal(answer([aDelegation({revokedAt: at(MONDAY)})]), 'date');
    assert.equal(answer([aDelegation({items: ['000199001000']})]), 'item');
    assert.equal(answer([aDelegation({actions: ['query']})]), 'action');
  });

  it('between persons needs the consent of both; of a firm and of a guardian the one that is recorded', () => {
    const oneSided = {grantor: true, grantee: false};
    assert.equal(answer([aDelegation({consents: oneSided})]), 'consent');
    assert.equal(answer([aDelegation({kind: 'corpAgent', consents: oneSided})]), 'ok');
    assert.equal(answer([aDelegation({kind: 'guardian', consents: oneSided})]), 'ok');
    assert.equal(answer([aDelegation({kind: 'guardian', consents: {grantor: false, grantee: true}})]), 'consent');
  });

  it('may be passed on twice, when it says so', () => {
    assert.deepEqual([1, 2, 3, 4].map((links) => answer(chain(links))), ['ok', 'ok', 'ok', 'depth']);
    assert.equal(answer(chain(2, {subDelegable: false})), 'chain');
  });

  it('falls with any link of its chain', () => {
    const [first, ...rest] = chain(3);
    assert.equal(answer([{...first!, revokedAt: at(MONDAY)}, ...rest]), 'date');
    assert.equal(answer([{...first!, actions: ['query']}, ...rest]), 'action');
    assert.equal(answer([{...first!, granteeId: 'somebody'}, ...rest]), 'chain');
    assert.equal(answer(rest), 'chain');
  });

  it('passed on in a circle ends', () => {
    const circle = aDelegation({id: 'dlg-1', parentId: 'dlg-1', subDelegable: true, grantor: {id: AGENT.id, userType: 'person'}});
    assert.equal(answer([circle]), 'depth');
  });
});
