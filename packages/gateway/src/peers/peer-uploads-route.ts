import {TbError} from '@tongban/domain/errors.js';
import type {FastifyInstance, FastifyRequest} from 'fastify';
import {createWriteStream} from 'node:fs';
import {Transform} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import {requireCaller} from '../http/admit.js';
import {acceptedTypes} from '../uploads/file-type.js';
import {ownerOf, type Uploads} from '../uploads/uploads.js';

/**
 * `PUT /v1/peer/uploads/{id}`: a gateway brings a file of the person it speaks for, whole, under the id it already has. Held to the
 * same size, type and hash as one that came by tus.
 */
export function peerUploadsRoute(uploads: Uploads): (app: FastifyInstance) => void {
  async function take(request: FastifyRequest): Promise<void> {
    requireCaller('signedIn', request.principal);
    const owner = ownerOf(request.principal!);
    const {id} = request.params as {id: string};
    if (await isThere(owner, id)) {
      request.raw.resume();
      return;
    }
    const {headers} = request;
    const size = Number(headers['content-length'] ?? NaN);
    await uploads.begin(owner, {fileName: nameIn(headers['upload-name']), mediaType: headers['content-type'] ?? '', size, sha256: String(headers['upload-sha256'])}, id);
    try {
      await pipeline(request.raw, atMost(size), createWriteStream(uploads.pathOf(id), {flags: 'wx'}));
    } catch (cause) {
      await uploads.discard(id);
      throw cause instanceof TbError ? cause : new TbError('TB_UPLOAD_HASH', {cause});
    }
    await uploads.finish(id);
  }

  async function isThere(owner: string, id: string): Promise<boolean> {
    try {
      const row = await uploads.ownedBy(owner, id);
      if (row.state === 'done') return true;
      await uploads.discard(id); // An earlier attempt broke off.
    } catch {
      // Not there, or somebody else's: then `begin` refuses the id.
    }
    return false;
  }

  return (app) => {
    // Parsers are per scope, so that only here these types are let through unread.
    void app.register((scope, _options, done) => {
      scope.addContentTypeParser([...acceptedTypes], (_request, _payload, parsed) => parsed(null));
      scope.put('/v1/peer/uploads/:id', {config: {routeName: 'peerUploads'}}, async (request, reply) => {
        await take(request);
        return reply.code(204).send();
      });
      done();
    });
  };
}

function atMost(size: number): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      if (seen > size) done(new TbError('TB_UPLOAD_HASH'));
      else done(null, chunk);
    },
  });
}

function nameIn(header: string | string[] | undefined): string {
  try {
    return decodeURIComponent(String(header ?? ''));
  } catch (cause) {
    throw new TbError('TB_CONTRACT_INVALID', {cause, details: {at: 'Upload-Name'}});
  }
}
