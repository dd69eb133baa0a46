// Writes what the package ships for people who write guides: the JSON Schema for editors and the empty workbook.
//   node --conditions=tongban-source --import tsx packages/catalogue/make-authoring-files.mjs
import {writeFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import writeXlsxFile from 'write-excel-file/node';
import {formatSchema, guideSchema} from './src/node/authoring/guide-schema.ts';
import {templateSheets} from './src/node/authoring/sheets/template-sheets.ts';
import {templateFile} from './src/node/authoring/template-file.ts';

/** Rows that are formatted as text, so that a code keeps its zeros when it is typed. */
const ROWS_FOR_TYPING = 300;
const TEXT = '@';

await writeFile(fileURLToPath(new URL('./schema/guide.schema.json', import.meta.url)), formatSchema(guideSchema()));
await writeXlsxFile(templateSheets().map(sheetFor)).toFile(templateFile);

function sheetFor({name, rows}) {
  const [headings] = rows;
  const forPeople = rows.length > 1;
  const empty = Array.from({length: ROWS_FOR_TYPING}, () =>
    headings.map(() => ({value: '', type: String, format: TEXT})),
  );
  const cells = rows.map((row, at) =>
    row.map((value) => ({
      value,
      type: String,
      format: TEXT,
      ...(at === 0 ? {fontWeight: 'bold', backgroundColor: '#e8eef7'} : {}),
    })),
  );
  return {
    sheet: name,
    data: forPeople ? cells : [...cells, ...empty],
    columns: headings.map((title, at) => ({
      width: forPeople ? [12, 20, 10, 60][at] : Math.max(12, title.length * 2 + 4),
    })),
    stickyRowsCount: 1,
  };
}
