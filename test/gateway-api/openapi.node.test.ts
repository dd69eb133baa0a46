import type {Route} from '@tongban/gateway-api/route.js';
import type {Json, JsonObject} from '@tongban/gateway-api/json.js';
import {openapiDocument} from '@tongban/gateway-api/openapi.js';
import {routes} from '@tongban/gateway-api/routes.js';
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

const document = openapiDocument({title: '上海', origin: 'https://gateway.example'});
const paths = document['paths'] as Record<string, Record<string, JsonObject>>;
const components = document['components'] as Record<string, Record<string, JsonObject>>;

/** Every object in a JSON value. */
function* objectsIn(value: Json | undefined): Generator<JsonObject> {
  if (Array.isArray(value)) for (const inner of value) yield* objectsIn(inner);
  else if (typeof value === 'object' && value !== null) {
    yield value;
    for (const inner of Object.values(value)) yield* objectsIn(inner);
  }
}

describe('the OpenAPI document', () => {
  it('is one of version 3.1 with what such a document must have', () => {
    assert.match(document['openapi'] as string, /^3\.1\.\d$/);
    const info = document['info'] as JsonObject;
    assert.ok(info['title'] && info['version']);
    assert.deepEqual(Object.keys(document).sort(), ['components', 'info', 'jsonSchemaDialect', 'openapi', 'paths', 'servers']);
  });

  it('has every route of the table, and the uploads and events beside', () => {
    for (const [name, route] of Object.entries(routes as Record<string, Route>)) {
      assert.equal(paths[route.path]?.[route.method.toLowerCase()]?.['operationId'], name);
    }
    for (const [path, method] of [['/v1/uploads', 'post'], ['/v1/uploads/{uploadId}', 'patch'], ['/v1/events', 'get'], ['/v1/keys', 'get'], ['/health', 'get']] as const) {
      assert.ok(paths[path]?.[method], path);
    }
  });

  it('names every operation once', () => {
    const ids = Object.values(paths).flatMap((path) => Object.values(path).map(({operationId}) => operationId));
    assert.equal(new Set(ids).size, ids.length);
  });

  it('declares the parameters a path has, and no others', () => {
    for (const [path, operations] of Object.entries(paths)) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      for (const operation of Object.values(operations)) {
        const declared = ((operation['parameters'] ?? []) as JsonObject[]).filter((parameter) => parameter['in'] === 'path');
        assert.deepEqual(declared.map(({name}) => name), inPath, path);
        assert.ok(declared.every(({required}) => required === true));
      }
    }
  });

  it('describes at least one answer of every operation, and every failure as a problem', () => {
    for (const operations of Object.values(paths)) {
      for (const operation of Object.values(operations)) {
        const responses = operation['responses'] as Record<string, JsonObject>;
        assert.ok(Object.keys(responses).some((status) => /^2\d\d$/.test(status)));
        for (const response of Object.values(responses)) assert.ok(response['$ref'] ?? response['description']);
      }
    }
    assert.ok(components['responses']!['Problem']!['content']);
  });

  it('refers to nothing that is not there', () => {
    for (const {$ref} of objectsIn(document)) {
      if (typeof $ref !== 'string') continue;
      const [, , group, name] = $ref.split('/');
      assert.ok(components[group!]?.[name!], $ref);
    }
  });

  it('asks for keys and revisions where the table does', () => {
    const parameters = (paths['/v1/cases/{caseNo}/commands']!['post']!['parameters'] as JsonObject[]).map(({name}) => name);
    assert.deepEqual(parameters, ['caseNo', 'Idempotency-Key', 'If-Match']);
    assert.deepEqual(paths['/v1/cases']!['post']!['security'], [{dpop: []}]);
    assert.equal(paths['/v1/catalogue']!['get']!['security'], undefined);
  });

  it('says of the recursive condition what it is', () => {
    assert.ok(JSON.stringify(components['schemas']!['Guide']).includes('#/components/schemas/When'));
    assert.ok(Array.isArray(components['schemas']!['When']!['anyOf']));
  });
});
