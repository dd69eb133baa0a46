/** Signs that end a clause. */
const BREAKS = /[\s,，。.;；:：!！?？、“”"'‘’()（）《》【】]+/u;

/**
 * What people put around the thing they mean, as in 「我退休了，想把公积金取出来，要什么材料？」. Longer ones first: 想要 must not leave 要 behind.
 * The list is our own and short on purpose: a word that names a service must never stand here.
 */
const AROUND = [
  ...['请问一下', '应该怎么', '怎么样才能', '需要什么材料', '要什么材料', '需要哪些材料', '要带什么', '去哪里办', '在哪里办', '到哪里办', '怎么办理', '如何办理', '取出来', '拿出来'],
  ...['请问', '怎么办', '怎么样', '什么时候', '什么材料', '哪些材料', '什么', '怎么', '如何', '哪里', '哪儿', '多久', '能不能', '可不可以', '是不是', '有没有'],
  ...['我想要', '我想', '我要', '想要', '需要', '应该', '可以', '帮我', '帮忙', '我家', '我们', '我的', '你好', '您好', '现在', '已经', '刚刚', '准备', '打算', '要是', '如果', '因为', '所以', '然后', '以后', '之后'],
  ...['办理', '办一下', '一下', '一个', '一张', '这个', '那个', '手续', '材料', '的话'],
  ...['我', '你', '您', '他', '她', '想', '把', '的', '了', '吗', '呢', '吧', '啊', '呀'],
];

/** Signs that only lead up to a word: without them 办营业执照 is found as 营业执照, and what is left still lies in the longer name. */
const LEADING = /^[要办去给在](?=..)/u;

const AT_MOST_WORDS = 4;

/**
 * The words of a sentence that may name a service, in its order: 「我退休了，想把公积金取出来」 → 退休, 公积金. Every word of one sign
 * is left out: it names nothing. Works on Chinese text; words of other scripts stay whole.
 */
export function wordsOfSentence(sentence: string): string[] {
  let rest = sentence.normalize('NFKC').split(BREAKS).join(' ');
  for (const around of AROUND) rest = rest.split(around).join(' ');
  const words = rest.split(' ').map((word) => word.replace(LEADING, ''));
  return [...new Set(words.filter((word) => word.length > 1))].slice(0, AT_MOST_WORDS);
}

/**
 * Searches that a sentence which finds nothing may have meant, the most exact first: all its words, then without one of them, then
 * each alone. The sentence itself is not among them.
 */
export function queriesOfSentence(sentence: string): string[] {
  const words = wordsOfSentence(sentence);
  const without = words.length > 2 ? words.map((_, left) => words.filter((__, at) => at !== left)) : [];
  const queries = [words, ...without, ...words.map((word) => [word])].map((query) => query.join(' '));
  return [...new Set(queries)].filter((query) => query !== '' && query !== sentence.trim());
}
