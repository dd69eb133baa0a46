import {TbError} from '@tongban/domain/errors.js';
import {openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction, type StoreNames} from 'idb';
import type {AttachmentRow} from './attachments.js';
import type {CopyRow} from './copies.js';
import type {DraftRow} from './drafts.js';
import type {KeyringRow} from './keyring.js';
import type {OutboxRow} from './outbox.js';
import type {OwnDeviceRow} from './own-device.js';
import type {ReceiptRow} from './receipts.js';
import type {Sealed} from './seal.js';
import type {SignInRow} from './sign-ins.js';

/** What lies in `tb-vault`. Each store's file says which of its columns are clear; all else is sealed. */
export interface TbSchema extends DBSchema {
  keyring: {key: string; value: KeyringRow; indexes: {'by-owner': string}};
  drafts: {key: string; value: DraftRow; indexes: {'by-owner': string; 'by-subject': string}};
  attachments: {key: string; value: AttachmentRow; indexes: {'by-draft': string; 'by-owner': string}};
  chunks: {key: [attachmentId: string, n: number]; value: {attachmentId: string; n: number; sealed: Sealed}};
  outbox: {key: number; value: OutboxRow; indexes: {'by-command': string; 'by-owner': string}};
  receipts: {key: string; value: ReceiptRow; indexes: {'by-owner': string}};
  copies: {key: string; value: CopyRow; indexes: {'by-owner': string}};
  'sign-ins': {key: string; value: SignInRow};
  'device-keys': {key: string; value: OwnDeviceRow};
}

export type TbDatabase = IDBPDatabase<TbSchema>;
type Upgrade = (db: TbDatabase, tx: IDBPTransaction<TbSchema, StoreNames<TbSchema>[], 'versionchange'>) => void;

/** Append only: these ran on people's computers. They add stores and indexes; rows carry their own `v` and are read as they are. */
const migrations: readonly Upgrade[] = [
  (db) => {
    db.createObjectStore('keyring', {keyPath: 'keyId'}).createIndex('by-owner', 'owner');
    const drafts = db.createObjectStore('drafts', {keyPath: 'draftId'});
    drafts.createIndex('by-owner', 'owner');
    drafts.createIndex('by-subject', 'subject');
    const attachments = db.createObjectStore('attachments', {keyPath: 'attachmentId'});
    attachments.createIndex('by-draft', 'draftId');
    attachments.createIndex('by-owner', 'owner');
    db.createObjectStore('chunks', {keyPath: ['attachmentId', 'n']});
    const outbox = db.createObjectStore('outbox', {keyPath: 'seq', autoIncrement: true});
    outbox.createIndex('by-command', 'commandId', {unique: true});
    outbox.createIndex('by-owner', 'owner');
    db.createObjectStore('receipts', {keyPath: 'commandId'}).createIndex('by-owner', 'owner');
    db.createObjectStore('copies', {keyPath: 'copyId'}).createIndex('by-owner', 'owner');
    db.createObjectStore('sign-ins', {keyPath: 'state'});
    db.createObjectStore('device-keys', {keyPath: 'gateway'});
  },
];

/** A second tab on old code may hold the database; a queued opener is told of nothing, so it brings its own clock. */
const OPEN_WITHIN_MS = 10_000;

export interface DatabaseOptions {
  name?: string;
  /** The connection is gone: another tab upgrades, or the browser took it away. Open again before the next call. */
  onClosed?: () => void;
}

/** @throws TbError TB_VAULT_NEWER when newer code wrote it, TB_VAULT_CLOSED when it cannot be opened in time */
export async function openDatabase({name = 'tb-vault', onClosed}: DatabaseOptions = {}): Promise<TbDatabase> {
  let gaveUp = false;
  const opening = openDB<TbSchema>(name, migrations.length, {
    upgrade(db, oldVersion, _newVersion, tx) {
      for (const migrate of migrations.slice(oldVersion)) migrate(db, tx);
    },
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      onClosed?.();
    },
    terminated: () => onClosed?.(),
  }).then((db) => {
    if (gaveUp) db.close();
    return db;
  });
  try {
    return await within(OPEN_WITHIN_MS, opening);
  } catch (cause) {
    gaveUp = true;
    throw new TbError(cause instanceof Error && cause.name === 'VersionError' ? 'TB_VAULT_NEWER' : 'TB_VAULT_CLOSED', {cause});
  }
}

function within<T>(ms: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The database did not open in time.')), ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
