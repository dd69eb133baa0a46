import {isAgreementInForce, powerFor, type PowerWish} from '@tongban/domain/agreements/agreements.js';
import {isWithin} from '@tongban/domain/regions/region-within.js';
import {assert} from '@open-wc/testing';
import {anAgreement, MONDAY, SHANGHAI, SUZHOU} from '../../fixtures/cases.js';

const wish = (parts: Partial<PowerWish> = {}): PowerWish => ({
  kind: 'agent', power: 'receive', catalogCode: '002099008000', windowRegion: SUZHOU, homeRegion: SHANGHAI, on: MONDAY, ...parts,
});
const answer = (agreements: Parameters<typeof powerFor>[0], parts?: Partial<PowerWish>) => {
  const given = powerFor(agreements, wish(parts));
  return given.ok ? given.agreement.id : given.why;
};

describe('a region', () => {
  it('is within what its digits begin with', () => {
    for (const [region, area] of [['320500', '320000'], ['320508', '320500'], ['320500', '320500'], ['320508', '320000'], ['429004', '420000']] as const) assert.isTrue(isWithin(region, area));
    for (const [region, area] of [['320000', '320500'], ['320600', '320500'], ['330000', '320000'], ['320500', '320508']] as const) assert.isFalse(isWithin(region, area));
  });
});

describe('an agreement', () => {
  it('is in force from its first to its last day, and not from the day of its revocation', () => {
    const agreement = anAgreement({validFrom: '2026-03-02', validTo: '2026-03-04'});
    assert.deepEqual(['2026-03-01', '2026-03-02', '2026-03-04', '2026-03-05'].map((on) => isAgreementInForce(agreement, on)), [false, true, true, false]);
    assert.isTrue(isAgreementInForce({...agreement, validTo: null}, '2099-01-01'));
    const revoked = {...agreement, revokedOn: '2026-03-03'};
    assert.deepEqual(['2026-03-02', '2026-03-03'].map((on) => isAgreementInForce(revoked, on)), [true, false]);
  });

  it('gives its powers to the region named and those below it, for items of the home and below it', () => {
    assert.equal(answer([anAgreement()]), 'agr-1');
    assert.equal(answer([anAgreement()], {windowRegion: '320508', homeRegion: '310115'}), 'agr-1');
  });

  it('that does not give a power says how near it comes', () => {
    assert.equal(answer([]), 'agreement');
    assert.equal(answer([anAgreement({kind: 'joint'})]), 'agreement');
    assert.equal(answer([anAgreement()], {windowRegion: '330000'}), 'agreement');
    assert.equal(answer([anAgreement()], {homeRegion: '330000'}), 'agreement');
    assert.equal(answer([anAgreement()], {catalogCode: '000199001000'}), 'item');
    assert.equal(answer([anAgreement()], {on: '2025-12-31'}), 'date');
    assert.equal(answer([anAgreement({powers: ['deliver']})]), 'power');
  });

  it('that is newer wins, in whatever order they come', () => {
    const both = [anAgreement(), anAgreement({id: 'newer', validFrom: '2026-02-01'})];
    assert.deepEqual([answer(both), answer([...both].reverse())], ['newer', 'newer']);
  });
});
