import {codeOf, TbError} from '@tongban/domain/errors.js';
import {noteProgress, readBytes, unsentAttachments, viewAttachment, type AttachmentRow} from '@tongban/vault/worker/attachments.js';
import type {Connection} from '@tongban/vault/worker/connection.js';
import type {Safe} from '@tongban/vault/worker/safe.js';
import {backoff} from './backoff.js';
import {tusUpload, type SendBytes} from './tus-upload.js';
import {verdictOf} from './verdict.js';

export interface ScanSenderOptions {
  readonly gateway: string;
  readonly database: Connection;
  readonly send: SendBytes;
  readonly now: () => number;
  readonly random: () => number;
  readonly onProgress: (draftId: string) => void;
}

/** Uploads what lies in the vault, oldest first. */
export interface ScanSender {
  /** One pass. @returns when to come again, in milliseconds since 1970; undefined when everything is up or refused */
  pass(safe: Safe, signal: AbortSignal): Promise<number | undefined>;
  /** Forgets the pauses: the network is back. */
  hasten(): void;
}

export function scanSender({gateway, database, send, now, random, onProgress}: ScanSenderOptions): ScanSender {
  const pauses = new Map<string, {attempts: number; until: number}>();

  async function uploadOne(safe: Safe, row: AttachmentRow, signal: AbortSignal): Promise<void> {
    const {attachmentId, draftId, uploadUrl} = row;
    const db = await database();
    const note = async (progress: Parameters<typeof noteProgress>[2]) => {
      if (!(await noteProgress(db, attachmentId, progress))) throw new TbError('TB_UPLOAD_UNKNOWN'); // Removed meanwhile.
      onProgress(draftId);
    };
    const {sha256 = '', fileName, mediaType, size} = await viewAttachment(safe, row);
    try {
      const uploadId = await tusUpload(
        `${gateway}/v1/uploads`,
        {size, sha256, fileName, mediaType, read: (start) => readBytes(db, safe, attachmentId, start)},
        {url: uploadUrl, keepUrl: (url) => note({uploadUrl: url}), confirmed: (sent) => note({sent, state: 'sending'})},
        send,
        signal,
      );
      pauses.delete(attachmentId);
      await note({uploadId, sent: size, state: 'done'});
    } catch (error) {
      await noteProgress(db, attachmentId, whatNow(attachmentId, error)).then(() => onProgress(draftId));
    }
  }

  /** A network that broke, a server that is down and a missing sign-in pass; any other word of the gateway is its last. */
  function whatNow(attachmentId: string, error: unknown): Parameters<typeof noteProgress>[2] {
    const code = codeOf(error);
    const {kind} = verdictOf(error, {status: isPassing(code) ? undefined : 400});
    if (kind === 'refused') return {state: 'refused', problem: code};
    const attempts = (pauses.get(attachmentId)?.attempts ?? 0) + 1;
    pauses.set(attachmentId, {attempts, until: now() + backoff(attempts, 0, random)});
    return {state: 'paused'};
  }

  return {
    async pass(safe, signal) {
      for (;;) {
        const waiting = await unsentAttachments(await database(), safe);
        const next = waiting.find(({attachmentId}) => (pauses.get(attachmentId)?.until ?? 0) <= now());
        if (!next || signal.aborted) return waiting.length > 0 ? Math.min(...waiting.map(({attachmentId}) => pauses.get(attachmentId)?.until ?? now())) : undefined;
        await uploadOne(safe, next, signal);
      }
    },
    hasten: () => pauses.clear(),
  };
}

const isPassing = (code: string) => ['TB_NETWORK', 'TB_TIMEOUT', 'TB_GATEWAY', 'TB_RATE_LIMITED', 'TB_INTERNAL'].includes(code);
