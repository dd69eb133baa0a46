import {Guide} from '@tongban/domain/guide/guide.js';
import {When} from '@tongban/domain/guide/when.js';
import {toJsonSchemaDefs} from '@valibot/to-json-schema';
import {guideWords} from './guide-words.js';

/** As much of JSON Schema as a guide's has. */
export interface JsonSchema {
  [keyword: string]: unknown;
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
}

/**
 * The shape of a guide file for editors (JSON Schema draft-07): one guide or a list of them, and what each part means in both
 * languages. What a schema cannot say (that a day exists, that codes add up) is left to `lintText`.
 */
export function guideSchema(): JsonSchema {
  // `check` has no counterpart in JSON Schema; the pattern in front of it stays.
  const options = {target: 'draft-07', errorMode: 'ignore'} as const;
  const definitions = toJsonSchemaDefs({guide: Guide, when: When}, options) as unknown as Record<string, JsonSchema>;
  const guide = described(definitions['guide'] ?? {}, '');
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: '办事指南 / Guide of a service item',
    if: {type: 'array'},
    then: {items: {$ref: '#/$defs/guide'}},
    else: {$ref: '#/$defs/guide'},
    $defs: {...definitions, guide: {...guide, properties: {$schema: {type: 'string'}, ...guide.properties}}},
  };
}

/** The schema with a description at each part that has words. The members of a list go by the path of the list. */
function described(schema: JsonSchema, path: string, isMember = false): JsonSchema {
  const words = isMember ? undefined : guideWords[path];
  const {zh, en, help} = words ?? {};
  const properties = Object.entries(schema.properties ?? {}).map(([key, part]) => [
    key,
    described(part, path === '' ? key : `${path}.${key}`),
  ]);
  return {
    ...(words ? {description: help ? `${zh}：${help.zh}\n${en}: ${help.en}` : `${zh} / ${en}`} : {}),
    ...schema,
    ...(schema.properties ? {properties: Object.fromEntries(properties) as Record<string, JsonSchema>} : {}),
    ...(schema.items && !Array.isArray(schema.items) ? {items: described(schema.items, path, true)} : {}),
  };
}

/** The text of the schema as it is shipped in schema/guide.schema.json. */
export const formatSchema = (schema: JsonSchema) => `${JSON.stringify(schema, null, 2)}\n`;
