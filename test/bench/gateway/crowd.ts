import {makeCitizenId} from '@tongban/domain/checks/citizen-id.js';
import type {PersonRecord, StaffRecord} from '@tongban/gateway/people/person-record.js';

/** People at home in Shanghai, beyond those of the demo. Area 999999 was never assigned: nobody real is named. */
export function applicants(count: number): PersonRecord[] {
  return Array.from({length: count}, (_, at) => ({
    id: `sh-bench-${at}`,
    userType: 'person',
    homeRegion: '310115',
    name: `演示申请人${at}`,
    idNo: makeCitizenId({area: '999999', birth: '1966-03-15', serial: at}),
    mobile: `199${String(10_000_000 + at)}`,
    loa: 3,
    highestLoa: 3,
    birth: '1966-03-15',
    held: [
      {by: 'certificate', name: '居民身份证', certTypeCode: '11100000000013127D001', issuer: '公安机关', validTo: null},
      {by: 'share', name: '人社退休信息', issuer: '人力资源和社会保障部门'},
    ],
    hint: {zh: '压力测试', en: 'For the bench'},
  }));
}

/** Staff of the office that decides the cases of the bench. */
export function clerks(count: number): StaffRecord[] {
  return Array.from({length: count}, (_, at) => ({
    id: `SH3100-B${at}`,
    name: `演示人员${at}`,
    region: '310000',
    office: '上海市公积金管理中心',
    roles: ['receiver'],
    hint: {zh: '压力测试', en: 'For the bench'},
  }));
}
