import {TbError} from '@tongban/domain/errors.js';
import type {Piece} from '@tongban/domain/slots/slot.js';
import {errorFromProblem} from '@tongban/gateway-api/problem.js';
import {mediaTypeOf} from './media-type.js';
import {sha256} from './sha256.js';
import type {SendBytes} from './tus-upload.js';

/**
 * The bytes of a piece as they were handed in. What is shown beside an original must be what the case holds, so length and hash are
 * checked here; and the type is that of the bytes, because a page opens them and the applicant named them.
 *
 * @throws TbError TB_UPLOAD_HASH, TB_UPLOAD_TYPE, and what the gateway says
 */
export async function fetchPiece({gateway, caseNo, piece}: {gateway: string; caseNo: string; piece: Piece}, send: SendBytes): Promise<Blob> {
  const url = `${gateway}/v1/cases/${encodeURIComponent(caseNo)}/pieces/${encodeURIComponent(piece.uploadId)}`;
  const response = await send({method: 'GET', url, headers: {}});
  if (!response.ok) throw errorFromProblem(await response.json().catch(() => undefined));
  const bytes = await response.arrayBuffer();
  if (bytes.byteLength !== piece.size || (await sha256(bytes)) !== piece.sha256) throw new TbError('TB_UPLOAD_HASH');
  return new Blob([bytes], {type: await mediaTypeOf(new Blob([bytes]), piece.fileName)});
}
