import {openDatabase, type TbDatabase} from './database.js';

/** The database, opened at the first call and again after it was closed. */
export interface Connection {
  (): Promise<TbDatabase>;
  close(): void;
}

export function connectDatabase(name?: string): Connection {
  let opening: Promise<TbDatabase> | undefined;
  const forget = () => {
    opening = undefined;
  };
  const database = () =>
    (opening ??= openDatabase({name, onClosed: forget}).catch((error: unknown) => {
      forget();
      throw error;
    }));
  const close = () => {
    void opening?.then((db) => db.close(), forget);
    forget();
  };
  return Object.assign(database, {close});
}
