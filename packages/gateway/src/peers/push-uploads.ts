import type {Region6} from '@tongban/domain/primitives.js';
import type {Piece} from '@tongban/domain/slots/slot.js';
import {errorFromProblem} from '@tongban/gateway-api/problem.js';
import {createReadStream} from 'node:fs';
import {Readable} from 'node:stream';
import type {Principal} from '../identity/principal.js';
import {ownerOf, type Uploads} from '../uploads/uploads.js';
import type {Peers} from './peers.js';

const TIMEOUT_MS = 120_000;

/**
 * Brings the files a command names to the home that gets the command, under the ids they have here: the command stays the one its
 * sender signed off. A file that is there already is not sent again.
 *
 * @throws TB_UPLOAD_UNKNOWN when one is not the sender's, TB_GATEWAY
 */
export async function pushUploads(uploads: Uploads, peers: Peers, home: Region6, sender: Principal, pieces: readonly Piece[]): Promise<void> {
  for (const {uploadId} of pieces) {
    const row = await uploads.ownedBy(ownerOf(sender), uploadId).catch(() => undefined);
    if (row?.state !== 'done') continue; // The home knows it already, or will say that it does not.
    const headers = {
      'content-type': row.media_type,
      'content-length': String(row.size),
      'upload-sha256': row.sha256,
      'upload-name': encodeURIComponent(row.file_name),
    };
    const body = Readable.toWeb(createReadStream(uploads.pathOf(uploadId)));
    const response = await peers.send(home, {method: 'PUT', path: `/v1/peer/uploads/${uploadId}`, headers, body, timeoutMs: TIMEOUT_MS}, sender);
    if (!response.ok) throw errorFromProblem(await response.json().catch(() => undefined));
  }
}
