import {parseRegions, regionTable} from '@tongban/domain/regions/regions.js';
import {assert} from '@open-wc/testing';
import data from '../../../demo/data/regions.json';
import {throwsWith} from '../../support/throws-with.js';

const regions = regionTable(parseRegions(data));
const codes = (list: readonly {code: string}[]) => list.map(({code}) => code);
const names = (list: readonly {name: string}[]) => list.map(({name}) => name);

describe('the table of regions', () => {
  it('knows 34 provinces', () => {
    assert.lengthOf(regions.provinces(), 34);
  });

  it('names a region with what it lies in', () => {
    assert.equal(regions.pathName('320613'), '江苏省南通市崇川区');
    assert.equal(regions.pathName('310118'), '上海市青浦区');
    assert.equal(regions.pathName('429004'), '湖北省仙桃市');
    assert.equal(regions.pathName('320000'), '江苏省');
    assert.equal(regions.pathName('999999'), '');
  });

  it('lists the nearest region first', () => {
    assert.deepEqual(codes(regions.chain('320613')), ['320613', '320600', '320000']);
    assert.deepEqual(codes(regions.chain('310118')), ['310118', '310000']);
    assert.deepEqual(codes(regions.chain('340000')), ['340000']);
    assert.deepEqual(codes(regions.parents('320613')), ['320600', '320000']);
    assert.deepEqual(codes(regions.parents('340000')), []);
  });

  it('never shows a row that only fills a level', () => {
    assert.isTrue(regions.get('310100')?.pseudo);
    assert.include(names(regions.children('310000')), '青浦区');
    assert.notInclude(names(regions.children('310000')), '市辖区');
    assert.include(names(regions.children('420000')), '仙桃市');
    assert.include(names(regions.children('420000')), '武汉市');
    for (const {code} of data.regions) {
      for (const shown of [...regions.children(code), ...regions.chain(code), ...regions.parents(code)]) assert.isNotTrue(shown.pseudo);
    }
  });

  it('reaches every region that is no pseudo row from exactly one parent', () => {
    const reached: string[] = [];
    const walk = (code: string) => {
      reached.push(code);
      for (const child of regions.children(code)) {
        assert.equal(regions.parents(child.code)[0]?.code, code);
        walk(child.code);
      }
    };
    regions.provinces().forEach(({code}) => walk(code));
    assert.sameMembers(reached, codes(data.regions.filter((region) => !('pseudo' in region))));
  });

  it('keeps apart what was taken away', () => {
    assert.isTrue(regions.isRetired('350402'));
    assert.isFalse(regions.has('350402'));
    assert.equal(regions.retiredName('350402'), '梅列区');
    assert.deepEqual(names(regions.chain('350402')), ['三明市', '福建省']);
    assert.isFalse(regions.isRetired('320613'));
    assert.isFalse(regions.isRetired('999999'));
  });

  it('knows the province of any code that begins with it', () => {
    assert.equal(regions.provinceOf('310118')?.name, '上海市');
    assert.equal(regions.provinceOf('350402')?.name, '福建省');
    assert.isUndefined(regions.provinceOf('999999'));
  });

  it('knows the groups', () => {
    assert.deepEqual(names(regions.group('yrd')), ['上海市', '江苏省', '浙江省', '安徽省']);
    assert.deepEqual(regions.group('unknown'), []);
  });

  it('has nothing below what it does not know', () => {
    assert.deepEqual(regions.children('999999'), []);
    assert.deepEqual(regions.parents('999999'), []);
    assert.isUndefined(regions.get('999999'));
  });

  it('is refused when a parent or a member is missing, a code is there twice or malformed', () => {
    const county = {code: '320613', name: '崇川区', level: 'county' as const, parent: '320600'};
    throwsWith('TB_CONTRACT_INVALID', () => regionTable({regions: [county], retired: [], groups: {}}));
    const province = {code: '320000', name: '江苏省', level: 'province' as const, parent: null};
    throwsWith('TB_CONTRACT_INVALID', () => regionTable({regions: [province, province], retired: [], groups: {}}));
    throwsWith('TB_CONTRACT_INVALID', () => regionTable({regions: [province], retired: [], groups: {yrd: ['310000']}}));
    throwsWith('TB_CONTRACT_INVALID', () => parseRegions({regions: [{...province, code: '32'}], retired: []}));
  });
});
