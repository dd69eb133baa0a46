import {parseRegions, regionTable} from '@tongban/domain/regions/regions.js';
import type {Seeds} from '@tongban/gateway/config.js';
import type {DemoIndex, DemoPerson, Surface} from './landing.js';
import {provinces, type Origins} from './provinces.js';
import {offices} from './window-site.js';

/** Where the offices are, for readers of English. */
const englishOffices: Readonly<Record<string, string>> = {'320500': 'Suzhou', '310000': 'Shanghai housing fund centre', '320600': 'Nantong', '330100': 'Hangzhou', '340100': 'Hefei'};

/** Every surface of the demo by name, and who can sign in. */
export function demoIndex(origins: Origins, seeds: Seeds, now: Date): DemoIndex {
  const portals = provinces.map((province): Surface => ({
    name: `portal-${province.label}`,
    title: {zh: `${province.name}门户`, en: `${province.en} portal`},
    url: `${origins.portal(province)}/`,
  }));
  const gateways = provinces.map((province): Surface => ({
    name: `gateway-${province.label}`,
    title: {zh: `${province.name}网关接口文档`, en: `${province.en} gateway: OpenAPI`},
    url: `${origins.gateway(province)}/openapi.json`,
  }));
  const windows = Object.entries(offices).map(([region, office]): Surface => ({
    name: `window-${region}`,
    title: {zh: `专窗：${office}`, en: `Staff window: ${englishOffices[region] ?? region}`},
    url: `${origins.window}/${region}/`,
  }));
  return {now: now.toISOString(), surfaces: [...portals, ...windows, ...gateways], people: peopleOf(seeds)};
}

function peopleOf({people, staff, regions}: Seeds): DemoPerson[] {
  const table = regionTable(parseRegions(regions));
  return [
    ...people.filter(({loa}) => loa > 0).map(({id, name, userType, homeRegion, hint}) => ({id, name, kind: userType, region: homeRegion, regionName: table.pathName(homeRegion), about: hint.zh})),
    ...staff.map(({id, name, region, office, hint}) => ({id, name, kind: 'staff' as const, region, regionName: table.pathName(region), about: `${office}：${hint.zh}`})),
  ];
}
