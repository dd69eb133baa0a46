import type {Region6} from '@tongban/domain/primitives.js';

/**
 * The provinces with their two letters (GB/T 2260) and short names.
 *
 * The letters make subjects unique in the whole country: a subject begins with those of the province that vouches for it, and the
 * hub and every gateway refuse one that a stranger vouches for.
 */
const provinces: Readonly<Record<Region6, readonly [letters: string, zh: string, en: string]>> = {
  110000: ['BJ', '北京', 'Beijing'],
  120000: ['TJ', '天津', 'Tianjin'],
  130000: ['HE', '河北', 'Hebei'],
  140000: ['SX', '山西', 'Shanxi'],
  150000: ['NM', '内蒙古', 'Inner Mongolia'],
  210000: ['LN', '辽宁', 'Liaoning'],
  220000: ['JL', '吉林', 'Jilin'],
  230000: ['HL', '黑龙江', 'Heilongjiang'],
  310000: ['SH', '上海', 'Shanghai'],
  320000: ['JS', '江苏', 'Jiangsu'],
  330000: ['ZJ', '浙江', 'Zhejiang'],
  340000: ['AH', '安徽', 'Anhui'],
  350000: ['FJ', '福建', 'Fujian'],
  360000: ['JX', '江西', 'Jiangxi'],
  370000: ['SD', '山东', 'Shandong'],
  410000: ['HA', '河南', 'Henan'],
  420000: ['HB', '湖北', 'Hubei'],
  430000: ['HN', '湖南', 'Hunan'],
  440000: ['GD', '广东', 'Guangdong'],
  450000: ['GX', '广西', 'Guangxi'],
  460000: ['HI', '海南', 'Hainan'],
  500000: ['CQ', '重庆', 'Chongqing'],
  510000: ['SC', '四川', 'Sichuan'],
  520000: ['GZ', '贵州', 'Guizhou'],
  530000: ['YN', '云南', 'Yunnan'],
  540000: ['XZ', '西藏', 'Tibet'],
  610000: ['SN', '陕西', 'Shaanxi'],
  620000: ['GS', '甘肃', 'Gansu'],
  630000: ['QH', '青海', 'Qinghai'],
  640000: ['NX', '宁夏', 'Ningxia'],
  650000: ['XJ', '新疆', 'Xinjiang'],
  710000: ['TW', '台湾', 'Taiwan'],
  810000: ['HK', '香港', 'Hong Kong'],
  820000: ['MO', '澳门', 'Macao'],
};

export const provinceOf = (region: Region6): Region6 => `${region.slice(0, 2)}0000`;

export function provinceName(province: Region6, lang: 'zh' | 'en'): string {
  const [, zh, en] = provinces[province] ?? [];
  return (lang === 'zh' ? zh : en) ?? province;
}

/** Whether this province may vouch for the subject: `js-…` of a person, `JS…` of a member of staff. */
export function isSubjectOf(province: Region6, subject: string): boolean {
  const [letters] = provinces[province] ?? [];
  return letters !== undefined && subject.toUpperCase().startsWith(letters);
}
