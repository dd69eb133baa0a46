// Publishes once when it is told to on its input: <built> <served> <keys>. A process of its own, so that a test can kill it.
import {once} from 'node:events';
import {readPublicKeys} from '@tongban/catalogue/node/publish/key-folder.js';
import {putInPlace} from '@tongban/catalogue/node/publish/put-in-place.js';

const [built, to, keyDir] = process.argv.slice(2);
const keys = await readPublicKeys(keyDir);
process.stdout.write('ready\n');
await once(process.stdin, 'data');
await putInPlace({built, to, keys, today: '9999-12-31'});
