import type {Db} from '../database/database.js';

export interface AuditEntry {
  /** Subject or staff code; '-' for nobody. */
  readonly who: string;
  readonly route: string;
  readonly caseNo?: string;
  /** 'ok' or the error code. */
  readonly code: string;
  readonly at: Date;
}

export interface Audit {
  note(entry: AuditEntry): void;
  /** Resolves when all that was noted is kept. */
  flush(): Promise<void>;
}

/**
 * Who asked for what, for at least six months (网络安全法): ids and codes, no names, no bodies, no addresses. Written behind the
 * answer, so a killed process loses the entries of its last moment; what changed a case is in that case's own log.
 */
export function auditLog(db: Db, onFailed: (error: unknown) => void): Audit {
  let waiting: AuditEntry[] = [];
  let writing: Promise<void> | undefined;

  async function write(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      const rows = batch.map(({who, route, caseNo, code, at}) => ({who, route, case_no: caseNo ?? null, code, at}));
      await db.insertInto('audit').values(rows).execute().catch(onFailed);
    }
    writing = undefined;
  }

  return {
    note(entry) {
      waiting.push(entry);
      writing ??= Promise.resolve().then(write);
    },
    async flush() {
      await writing;
    },
  };
}

/** The law asks for six months; what is older serves nobody. */
export async function forgetOldAudit(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('audit').where('at', '<', before).execute();
}
