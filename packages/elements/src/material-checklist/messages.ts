import {stateWords} from '@tongban/base/controls/state-words.js';
import {checklistWords} from '../checklist-view/messages.js';
import {situationsWords} from '../situations-view/messages.js';

export const messages = {
  'zh-CN': {
    ...stateWords['zh-CN'],
    ...checklistWords['zh-CN'],
    ...situationsWords['zh-CN'],
    title: '材料清单',
    titleOf: '{item}：材料清单',
    forRegion: '按{region}的规定',
    print: '打印清单',
    printedAt: '打印时间 {time}',
    signInHint: '登录后，政府已经掌握的材料会自动列为免交。',
    noItem: '还没有选定事项。先查找要办的事项，再看材料清单。',
    'slot-empty': '尚未提供',
    'slot-provided': '已提供',
    'slot-waived': '免交',
    'slot-promised': '已承诺',
    'slot-lacking': '后补',
    slotDue: '{date} 前补交',
    slotRefused: '未通过：{reason}',
    slotChecked: '已核对',
    copyMemory: '内容未经核对，请以办理机构的答复为准。',
    copyIllustrative: '演示内容，不是官方指南。',
  },
  en: {
    ...stateWords.en,
    ...checklistWords.en,
    ...situationsWords.en,
    title: 'Checklist',
    titleOf: '{item}: checklist',
    forRegion: 'By the rules of {region}',
    print: 'Print the list',
    printedAt: 'Printed {time}',
    signInHint: 'Sign in, and what the government already holds is taken off your list.',
    noItem: 'No service has been chosen. Find the one you need, then look at its checklist.',
    'slot-empty': 'not provided yet',
    'slot-provided': 'provided',
    'slot-waived': 'not needed',
    'slot-promised': 'promised',
    'slot-lacking': 'to follow',
    slotDue: 'hand in by {date}',
    slotRefused: 'not taken: {reason}',
    slotChecked: 'checked',
    copyMemory: 'Not verified; ask the office before you rely on it.',
    copyIllustrative: 'Demonstration content, not an official guide.',
  },
} as const;

export type MaterialChecklistWord = keyof (typeof messages)['en'];
