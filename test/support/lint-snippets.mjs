// Reads [{file, code}, …] and writes the names of the rules that each breaks under the project's own configuration,
// without the rules that need the types of a file that really exists. A program of its own, because the `source`
// condition of our tests would make ESLint's plugins look for sources that they do not ship.
import {ESLint} from 'eslint';
import {json} from 'node:stream/consumers';
import tseslint from 'typescript-eslint';
import {root} from './files.mjs';

const eslint = new ESLint({cwd: root, overrideConfig: [tseslint.configs.disableTypeChecked]});
const broken = [];
for (const {file, code} of await json(process.stdin)) {
  const [{messages}] = await eslint.lintText(code, {filePath: file});
  broken.push([...new Set(messages.map(({ruleId, message}) => ruleId ?? message))]);
}
console.log(JSON.stringify(broken));
