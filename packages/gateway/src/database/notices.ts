import type {PGlite} from '@electric-sql/pglite';
import {sql, type QueryExecutorProvider} from 'kysely';
import pg from 'pg';

/** LISTEN and NOTIFY. A channel is a lower-case word; the message says only that there is something to read. */
export interface Notices {
  /**
   * Calls `onNotice` after every notice on the channel, and once after a broken connection is back, because notices were missed.
   *
   * @returns how to stop
   */
  listen(channel: string, onNotice: () => void): Promise<() => void>;
  close(): Promise<void>;
}

/** Sends a notice when the transaction commits, or at once outside of one. */
export async function notify(db: QueryExecutorProvider, channel: string): Promise<void> {
  await sql`select pg_notify(${channel}, '')`.execute(db);
}

export function pgliteNotices(client: PGlite): Notices {
  const listeners = new Listeners();
  return {
    async listen(channel, onNotice) {
      if (!listeners.has(channel)) await client.listen(channel, () => listeners.call(channel));
      return listeners.add(channel, onNotice);
    },
    close: () => Promise.resolve(),
  };
}

const RECONNECT_AFTER_MS = 500;

/** One connection of its own: a pooled one would go back and forget what it listens to. */
export function postgresNotices(url: string): Notices {
  const listeners = new Listeners();
  let client: Promise<pg.Client> | undefined;
  let isClosed = false;
  let retry: NodeJS.Timeout | undefined;

  async function connect(): Promise<pg.Client> {
    const fresh = new pg.Client({connectionString: url, keepAlive: true});
    fresh.on('notification', ({channel}) => listeners.call(channel));
    fresh.on('error', lost);
    fresh.on('end', lost);
    await fresh.connect();
    for (const channel of listeners.channels()) await fresh.query(`listen ${pg.escapeIdentifier(channel)}`);
    return fresh;
  }

  function connected(): Promise<pg.Client> {
    client ??= connect();
    client.catch(lost);
    return client;
  }

  function lost(): void {
    client = undefined;
    if (isClosed || retry !== undefined) return;
    retry = setTimeout(() => {
      retry = undefined;
      connected().then(() => listeners.callAll(), () => undefined);
    }, RECONNECT_AFTER_MS);
    retry.unref();
  }

  return {
    async listen(channel, onNotice) {
      const isNew = !listeners.has(channel);
      const stop = listeners.add(channel, onNotice);
      const connection = await connected();
      if (isNew) await connection.query(`listen ${pg.escapeIdentifier(channel)}`);
      return stop;
    },
    async close() {
      isClosed = true;
      clearTimeout(retry);
      await client?.then((connection) => connection.end()).catch(() => undefined);
    },
  };
}

class Listeners {
  readonly #byChannel = new Map<string, Set<() => void>>();

  has(channel: string): boolean {
    return this.#byChannel.has(channel);
  }

  channels(): string[] {
    return [...this.#byChannel.keys()];
  }

  add(channel: string, listener: () => void): () => void {
    const listeners = this.#byChannel.get(channel) ?? new Set();
    this.#byChannel.set(channel, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  call(channel: string): void {
    this.#byChannel.get(channel)?.forEach((listener) => listener());
  }

  callAll(): void {
    for (const channel of this.channels()) this.call(channel);
  }
}
