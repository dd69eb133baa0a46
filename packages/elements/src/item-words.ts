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
    'object-1': '个人',
    'object-2': '企业',
    'object-3': '事业单位',
    'object-4': '社会组织',
    'object-5': '行政机关',
    'object-6': '其他组织',
    objectOther: '其他',
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
    'object-1': 'individuals',
    'object-2': 'firms',
    'object-3': 'public institutions',
    'object-4': 'social organisations',
    'object-5': 'government offices',
    'object-6': 'other organisations',
    objectOther: 'others',
  },
} as const;

export type ItemWord = keyof (typeof itemWords)['en'];

/** Whom an item serves, in words: 个人, 企业. A list that says it in words of its own keeps them. */
export function objectName(text: {of(key: ItemWord): string; has(key: string): boolean}, code: string): string {
  const key = `object-${code}`;
  if (text.has(key)) return text.of(key as ItemWord);
  return /^\d*$/.test(code) ? text.of('objectOther') : code;
}
