import type {ServiceItem} from '@tongban/domain/guide/service-item.js';

/** The order in which a list takes the least room, and in which equal hits are shown: by place, office, catalogue code, code. */
export function inHeadOrder(items: readonly ServiceItem[]): ServiceItem[] {
  const keyed = items.map((item) => ({item, key: `${item.region}\0${item.dept}\0${item.catalogCode ?? ''}\0${item.taskCode}`}));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({item}) => item);
}
