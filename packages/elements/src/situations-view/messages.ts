/** Words of the questions, for the messages of every element that asks them. */
export const situationsWords = {
  'zh-CN': {
    questionsTitle: '您的情况',
    questionsHint: '再回答 {count} 个问题，清单就只留下您要的材料。',
    questionsDone: '问题都答完了，下面就是您的清单。',
    questionsNone: '这件事不用分情况。',
    clearAnswers: '重新回答',
    oneByOne: '一次只看一题',
    allAtOnce: '全部一起看',
    previousQuestion: '上一题',
    nextQuestion: '下一题',
    questionAt: '第 {at} 题，共 {count} 题',
    effectAdded: '要交 {count} 件',
    effectSpared: '少交 {count} 件',
    effectBetween: '，',
  },
  en: {
    questionsTitle: 'Your situation',
    questionsHint: 'Questions still open: {count}. Each answer narrows the list to the papers you need.',
    questionsDone: 'All answered. Below is your own list.',
    questionsNone: 'This works the same for everybody.',
    clearAnswers: 'Answer again',
    oneByOne: 'One question at a time',
    allAtOnce: 'All questions together',
    previousQuestion: 'Previous',
    nextQuestion: 'Next',
    questionAt: 'Question {at} of {count}',
    effectAdded: '{count} to hand in',
    effectSpared: '{count} fewer',
    effectBetween: ', ',
  },
} as const;

export type SituationsWord = keyof (typeof situationsWords)['en'];
