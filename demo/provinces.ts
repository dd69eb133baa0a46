/** The provinces of the demo: 沪 苏 浙 皖, each with a portal and a gateway on its own origin. */
export interface Province {
  readonly region: string;
  readonly name: string;
  readonly en: string;
  /** One sign: 沪. */
  readonly sign: string;
  /** Label in the host names: `www.<label>.localhost`, `gateway.<label>.localhost`. */
  readonly label: string;
}

export const provinces: readonly Province[] = [
  {region: '310000', name: '上海', en: 'Shanghai', sign: '沪', label: 'shanghai'},
  {region: '320000', name: '江苏', en: 'Jiangsu', sign: '苏', label: 'jiangsu'},
  {region: '330000', name: '浙江', en: 'Zhejiang', sign: '浙', label: 'zhejiang'},
  {region: '340000', name: '安徽', en: 'Anhui', sign: '皖', label: 'anhui'},
];

/** Where everything is, for one port. */
export function originsAt(port: number) {
  const at = (host: string) => `http://${host}:${String(port)}`;
  return {
    landing: at('localhost'),
    cdn: at('cdn.localhost'),
    hub: at('hub.localhost'),
    window: at('window.localhost'),
    cashier: at('pay.localhost'),
    portal: ({label}: Province) => at(`www.${label}.localhost`),
    gateway: ({label}: Province) => at(`gateway.${label}.localhost`),
  };
}

export type Origins = ReturnType<typeof originsAt>;
