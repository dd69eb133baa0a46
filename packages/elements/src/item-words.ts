/** Words for what items are tagged with, by the codes the data uses (`mode-online`): an element's messages take them in. */
export const itemWords = {
  'zh-CN': {
    'mode-online': '全程网办',
    'mode-agent': '代收代办',
    'mode-joint': '多地联办',
    'mode-direct': '直接通办',
    'confidence-official': '官方发布',
    'confidence-found': '公开资料整理',
    'confidence-memory': '未经核对',
    'confidence-illustrative': '演示数据',
  },
  en: {
    'mode-online': 'All online',
    'mode-agent': 'Handed in here, decided there',
    'mode-joint': 'Done jointly',
    'mode-direct': 'Done anywhere',
    'confidence-official': 'Official',
    'confidence-found': 'From public sources',
    'confidence-memory': 'Not verified',
    'confidence-illustrative': 'Demonstration data',
  },
} as const;

export type ItemWord = keyof (typeof itemWords)['en'];
