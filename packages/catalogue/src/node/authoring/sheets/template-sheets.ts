import type {TextSheet} from './guide-sheets.js';
import {sheetForms} from './sheet-forms.js';

/** The sheets of an empty workbook: headings, and one sheet for people that says what goes where. */
export function templateSheets(): TextSheet[] {
  const help = sheetForms.flatMap(({name, columns}) =>
    columns.map((column) => [name, column.title, column.need === 'required' ? '必填' : '', column.help]),
  );
  return [
    {
      name: '填写说明',
      rows: [
        ['表', '列', '是否必填', '怎么填'],
        [
          '（全部）',
          '',
          '',
          '一行一项；列可以调换先后，可以删去不必填的列；整个文件只有一个事项时，其他表可不填实施编码',
        ],
        ['（全部）', '', '', '所有单元格已设为“文本”格式：编码、电话从别处粘贴时请选“只保留文本”'],
        ...help,
      ],
    },
    ...sheetForms.map(({name, columns}) => ({name, rows: [columns.map(({title}) => title)]})),
  ];
}
