import {Agreement} from '@tongban/domain/agreements/agreement.js';
import {CaseFile, CaseSummary, Receipt} from '@tongban/domain/case/case-file.js';
import {Command, Filing, SubmitCase, TakeInCase} from '@tongban/domain/case/command.js';
import {errors} from '@tongban/domain/errors.js';
import {Guide} from '@tongban/domain/guide/guide.js';
import {Paper} from '@tongban/domain/papers/paper.js';
import {PersonView, StaffView} from '@tongban/domain/people/person.js';
import {RatingInput, RatingInvitation, RatingRecord, RatingTicket} from '@tongban/domain/rating/rating.js';
import {MaterialSlot} from '@tongban/domain/slots/slot.js';
import {toJsonSchema, toJsonSchemaDefs} from '@valibot/to-json-schema';
import type * as v from 'valibot';
import {extraPaths} from './openapi-extra.js';
import type {Json, JsonObject} from './json.js';
import {Problem} from './problem.js';
import type {Route} from './route.js';
import {routes} from './routes.js';

/** Schemas that have a name in the document; wherever they occur, the document refers to them. */
const named = {
  Agreement, CaseFile, CaseSummary, Command, Filing, Guide, MaterialSlot, Paper, PersonView, Problem, RatingInput, RatingInvitation,
  RatingRecord, RatingTicket, Receipt, StaffView, SubmitCase, TakeInCase,
} as const;

/** The one recursive schema of the contract; the converter numbers what it finds on its way. */
const nameOf = (id: string) => (id === '0' ? 'When' : id);

const settings = {
  target: 'draft-2020-12',
  errorMode: 'ignore', // A check that JSON Schema cannot say is made by the server all the same.
  definitions: named,
  overrideRef: ({referenceId}: {referenceId: string}) => `#/components/schemas/${nameOf(referenceId)}`,
} as const;

/** The contract as an OpenAPI 3.1 document, printed from the routes. */
export function openapiDocument({title, origin}: {title: string; origin: string}): JsonObject {
  const paths: Record<string, JsonObject> = {};
  for (const [name, route] of Object.entries(routes as Record<string, Route>)) {
    (paths[route.path] ??= {})[route.method.toLowerCase()] = operation(name, route);
  }
  return {
    openapi: '3.1.1',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: {title, version: '1', summary: 'What a province offers to the shared column and the shared window.', license: {name: 'Apache-2.0', identifier: 'Apache-2.0'}},
    servers: [{url: origin}],
    paths: {...paths, ...extraPaths},
    components: {
      schemas: schemas(),
      responses: {Problem: {description: `A failure, by code: ${Object.keys(errors).join(', ')}.`, content: {'application/problem+json': {schema: {$ref: '#/components/schemas/Problem'}}}}},
      securitySchemes: {dpop: {type: 'http', scheme: 'DPoP', description: 'RFC 9449: `Authorization: DPoP <access token>` and one `DPoP` proof for each request.'}},
    },
  };
}

function schemas(): JsonObject {
  const {definitions: _, ...rest} = settings;
  const definitions = toJsonSchemaDefs(named, rest) as unknown as Record<string, JsonObject>;
  return Object.fromEntries(Object.entries(definitions).map(([id, schema]) => [nameOf(id), withoutOwnDefinitions(schema)]));
}

function schemaOf(schema: v.GenericSchema): JsonObject {
  return withoutOwnDefinitions(toJsonSchema(schema, settings) as unknown as JsonObject);
}

/** Definitions are in the document's components, once. */
function withoutOwnDefinitions({$schema: _schema, $defs: _defs, ...schema}: JsonObject): JsonObject {
  return schema;
}

function operation(name: string, route: Route): JsonObject {
  return {
    operationId: name,
    summary: route.summary,
    ...(route.caller !== 'anyone' && {security: [{dpop: []}]}),
    'x-caller': route.caller,
    parameters: parametersOf(route),
    ...(route.body && {requestBody: {required: true, content: {'application/json': {schema: schemaOf(route.body)}}}}),
    responses: {
      [String(route.status)]: {
        description: 'Done.',
        ...(route.etag && {headers: {ETag: {schema: {type: 'string'}}}}),
        content: {'application/json': {schema: schemaOf(route.answer)}},
      },
      ...(route.etag && {304: {description: 'The copy at hand is still right.'}}),
      default: {$ref: '#/components/responses/Problem'},
    },
  };
}

function parametersOf(route: Route): Json[] {
  const header = (name: string, description: string, required: boolean): Json => ({name, in: 'header', required, description, schema: {type: 'string'}});
  return [
    ...partsOf(route.params, 'path'),
    ...partsOf(route.query, 'query'),
    ...(route.idempotent ? [header('Idempotency-Key', 'Chosen once for each command, 1 to 80 visible ASCII characters. The same key with the same body gets the same answer for 90 days.', true)] : []),
    ...(route.ifMatch ? [header('If-Match', 'The revision of the case the command builds on, in double quotes.', true)] : []),
    ...(route.etag ? [header('If-None-Match', 'ETag of the copy at hand.', false)] : []),
  ];
}

function partsOf(schema: v.GenericSchema | undefined, where: 'path' | 'query'): Json[] {
  if (!schema) return [];
  const {properties = {}, required = []} = schemaOf(schema) as {properties?: JsonObject; required?: Json[]};
  return Object.entries(properties).map(([name, part]) => ({name, in: where, required: required.includes(name), schema: part}));
}
