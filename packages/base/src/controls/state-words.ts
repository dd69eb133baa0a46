/** The words of the five states, for an element's own messages to start from: `{'zh-CN': {...stateWords['zh-CN'], title: '…'}, en: …}`. */
export const stateWords = {
  'zh-CN': {
    loading: '正在加载…',
    retry: '重试',
    copyOf: '现在连不上网络，显示的是本机 {time} 保存的内容。',
  },
  en: {
    loading: 'Loading…',
    retry: 'Try again',
    copyOf: 'The network cannot be reached. This is what was kept on this device on {time}.',
  },
} as const;

export type StateWord = keyof (typeof stateWords)['en'];
