import type {CaseFile, CaseSummary} from '@tongban/domain/case/case-file.js';
import {codeOf, hasCode, TbError} from '@tongban/domain/errors.js';
import type {Region6} from '@tongban/domain/primitives.js';
import type {Piece} from '@tongban/domain/slots/slot.js';
import type {Handlers} from '../http/call.js';
import type {Principal} from '../identity/principal.js';
import type {Peers} from '../peers/peers.js';
import {pushUploads} from '../peers/push-uploads.js';
import type {Replicas} from '../peers/replicas.js';
import type {Uploads} from '../uploads/uploads.js';
import type {ActOnCases} from './act-on-case.js';
import type {FileCases} from './file-case.js';
import {homeOfItem, homeOfNumber} from './find-home.js';
import type {ReadCases} from './read-cases.js';

export interface CaseHandlerParts {
  readonly files: FileCases;
  readonly acts: ActOnCases;
  readonly reads: ReadCases;
  readonly peers: Peers;
  readonly replicas: Replicas;
  readonly uploads: Uploads;
  /** Told of what could not be fetched from a peer and was answered from a copy or left out. */
  readonly onPeerFailed: (peer: Region6, code: string) => void;
}

type CaseRoutes = 'submit' | 'myCases' | 'caseFile' | 'act' | 'paper' | 'staffCases' | 'takeIn';
type Reader = Exclude<Principal, {kind: 'gateway'}>;

/** The operations on cases: done here where the case is at home here, else passed on to its home, the single writer of its log. */
export function caseHandlers({files, acts, reads, peers, replicas, uploads, onPeerFailed}: CaseHandlerParts): Pick<Handlers, CaseRoutes> {
  /** @throws TB_NOT_FOUND when it was passed on to us and is not ours */
  const isElsewhere = (home: Region6, isRelayed: boolean): boolean => {
    if (home === peers.own) return false;
    if (isRelayed) throw new TbError('TB_NOT_FOUND');
    return true;
  };

  /** Where a case is, if it has to be asked for. */
  async function elsewhere(number: string, isRelayed: boolean, caller: Reader): Promise<{home: Region6; file?: CaseFile} | undefined> {
    const home = homeOfNumber(number);
    if (home !== undefined) return isElsewhere(home, isRelayed) ? {home} : undefined;
    if (isRelayed || (await isHere(number, caller))) return undefined;
    for (const peer of peers.others) {
      const file = await peers.call(peer, 'caseFile', {params: {caseNo: number}}, caller).catch((error: unknown) => {
        if (hasCode(error, 'TB_FORBIDDEN')) throw error;
        return undefined;
      });
      if (file) return {home: peer, file};
    }
    return undefined;
  }

  async function isHere(number: string, caller: Reader): Promise<boolean> {
    return reads.file(number, caller).then(() => true, (error: unknown) => !hasCode(error, 'TB_NOT_FOUND'));
  }

  async function fileElsewhere(number: string, home: Region6, caller: Reader): Promise<CaseFile> {
    try {
      const file = await peers.call(home, 'caseFile', {params: {caseNo: number}}, caller);
      await replicas.keep(caller, file.caseNo, home, file);
      return file;
    } catch (error) {
      const copy = hasCode(error, 'TB_GATEWAY') ? await replicas.find<CaseFile>(caller, number, home) : undefined;
      if (!copy) throw error;
      onPeerFailed(home, codeOf(error));
      // A copy is for reading: whoever acts has to see the case as it is.
      return {...copy, allowed: [], barred: [...copy.barred, ...copy.allowed.map((action) => ({action, code: 'TB_GATEWAY'}))]};
    }
  }

  /** One list from everywhere; where a peer cannot be reached, as it was last. */
  async function everywhere(name: 'myCases' | 'staffCases', own: CaseSummary[], caller: Reader, isRelayed: boolean): Promise<{cases: CaseSummary[]}> {
    if (isRelayed) return {cases: own};
    const others = await Promise.all(
      peers.others.map(async (peer) => {
        try {
          const {cases} = await peers.call(peer, name, {}, caller);
          await replicas.keep(caller, name, peer, {cases});
          return cases;
        } catch (error) {
          onPeerFailed(peer, codeOf(error));
          return (await replicas.find<{cases: CaseSummary[]}>(caller, name, peer))?.cases ?? [];
        }
      }),
    );
    return {cases: [own, ...others].flat().sort((a, b) => Date.parse(b.updatedAt) - Date.parse(a.updatedAt))};
  }

  return {
    async submit({body, caller, command, isRelayed, about}) {
      const home = homeOfItem(body.taskCode);
      const receipt = isElsewhere(home, isRelayed) ? await passOn(home) : await files.submit(body, caller, command);
      about(receipt.caseNo);
      return receipt;

      async function passOn(to: Region6) {
        await pushUploads(uploads, peers, to, caller, piecesIn(body.slots));
        return peers.call(to, 'submit', {body, key: command.key}, caller);
      }
    },

    async takeIn({body, caller, command, isRelayed, about}) {
      const home = homeOfItem(body.taskCode);
      const receipt = isElsewhere(home, isRelayed) ? await passOn(home) : await files.takeIn(body, caller, command);
      about(receipt.caseNo);
      return receipt;

      async function passOn(to: Region6) {
        await pushUploads(uploads, peers, to, caller, piecesIn(body.slots));
        return peers.call(to, 'takeIn', {body, key: command.key}, caller);
      }
    },

    async act({params: {caseNo}, body, revision, caller, command, isRelayed}) {
      const away = await elsewhere(caseNo, isRelayed, caller);
      if (!away) return acts.act({caseNo, revision, command: body}, caller, command);
      await pushUploads(uploads, peers, away.home, caller, piecesOfCommand(body.payload));
      return peers.call(away.home, 'act', {params: {caseNo}, body, key: command.key, revision}, caller);
    },

    async caseFile({params: {caseNo}, caller, isRelayed, about}) {
      const away = await elsewhere(caseNo, isRelayed, caller);
      const file = away ? (away.file ?? (await fileElsewhere(caseNo, away.home, caller))) : await reads.file(caseNo, caller);
      about(file.caseNo);
      return file;
    },

    async paper({params, caller, isRelayed}) {
      const away = await elsewhere(params.caseNo, isRelayed, caller);
      return away ? peers.call(away.home, 'paper', {params}, caller) : reads.paper(params.caseNo, params.docNo, caller);
    },

    myCases: async ({caller, isRelayed}) => everywhere('myCases', await reads.mine(caller), caller, isRelayed),
    staffCases: async ({caller, isRelayed}) => everywhere('staffCases', await reads.inbox(caller), caller, isRelayed),
  };
}

const piecesIn = (slots: readonly {pieces: Piece[]}[]): Piece[] => slots.flatMap(({pieces}) => pieces);

function piecesOfCommand(payload: object): Piece[] {
  const {slots = [], pieces = []} = payload as {slots?: {pieces: Piece[]}[]; pieces?: Piece[]};
  return [...piecesIn(slots), ...pieces];
}
