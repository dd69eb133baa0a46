import type {Json} from './json.js';

const problem: Json = {$ref: '#/components/responses/Problem'};
const security: Json = [{dpop: []}];
const text: Json = {type: 'string'};
const header = (name: string, required: boolean, description: string): Json => ({name, in: 'header', required, description, schema: text});
const tus = header('Tus-Resumable', true, 'Always 1.0.0.');
const id: Json = {name: 'uploadId', in: 'path', required: true, schema: text};

/** The paths that are protocols of their own: uploads by tus 1.0, events by server-sent events, keys, health. */
export const extraPaths: {[path: string]: {[key: string]: Json}} = {
  '/v1/uploads': {
    post: {
      operationId: 'createUpload', summary: 'Begins an upload (tus 1.0, creation). PDF, OFD, JPG or PNG.', security,
      parameters: [
        tus,
        header('Upload-Length', true, 'Bytes of the whole file.'),
        header('Upload-Metadata', true, 'filename, filetype and sha256 (lower-case hex of the plain bytes), each base64, as tus has it.'),
      ],
      responses: {201: {description: 'Begun; send the bytes to Location.', headers: {Location: {schema: text}, 'Upload-Expires': {schema: text}}}, default: problem},
    },
  },
  '/v1/uploads/{uploadId}': {
    head: {operationId: 'uploadOffset', summary: 'How many bytes have arrived.', security, parameters: [id, tus], responses: {200: {description: 'See Upload-Offset.', headers: {'Upload-Offset': {schema: text}, 'Upload-Length': {schema: text}}}, default: problem}},
    patch: {
      operationId: 'continueUpload', summary: 'Sends bytes from an offset on. With the last byte the hash and the type are checked.', security,
      parameters: [id, tus, header('Upload-Offset', true, 'Where these bytes begin.')],
      requestBody: {required: true, content: {'application/offset+octet-stream': {}}},
      responses: {204: {description: 'Taken.', headers: {'Upload-Offset': {schema: text}}}, default: problem},
    },
    delete: {operationId: 'forgetUpload', summary: 'Drops an upload that no case has taken.', security, parameters: [id, tus], responses: {204: {description: 'Gone.'}, default: problem}},
  },
  '/v1/cases/{caseNo}/pieces/{uploadId}': {
    get: {
      operationId: 'piece', summary: 'One file of a case, as it was handed in.', security,
      parameters: [{name: 'caseNo', in: 'path', required: true, schema: text}, id],
      responses: {200: {description: 'The bytes, to be saved or parsed, never to be shown as a page.', content: {'application/octet-stream': {}}}, default: problem},
    },
  },
  '/v1/events': {
    get: {
      operationId: 'events', summary: 'Hints that something changed (server-sent events). The truth is asked for again.', security,
      parameters: [header('Last-Event-ID', false, 'The id of the last event received: the stream goes on after it. Without it the stream begins now.')],
      responses: {
        200: {
          description: 'Events of type `change`; data is {"about":"case","caseNo":"…","revision":n}. A comment line every 15 s. Ends when the token does.',
          content: {'text/event-stream': {schema: text}},
        },
        default: problem,
      },
    },
  },
  '/v1/keys': {get: {operationId: 'keys', summary: 'Public keys that receipts verify with (JWK Set).', responses: {200: {description: 'The keys.', content: {'application/jwk-set+json': {schema: {type: 'object'}}}}}}},
  '/health': {get: {operationId: 'health', summary: 'Whether the gateway can reach its database.', responses: {200: {description: 'It can.'}, default: problem}}},
};
