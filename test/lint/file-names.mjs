import {basename} from 'node:path';

const vague = new Set(['utils', 'util', 'helpers', 'helper', 'common', 'misc', 'types', 'shared', 'lib']);

/** A file is named after its one idea, in kebab-case. */
export const fileNames = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: {
      vague: '"{{name}}" says nothing about what is inside: name the file after its one idea.',
      kebab: '"{{name}}" is not kebab-case.',
    },
  },
  create(context) {
    const name = basename(context.filename);
    const [stem] = name.split('.');
    return {
      Program(node) {
        if (vague.has(stem)) context.report({node, messageId: 'vague', data: {name}});
        else if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(stem)) context.report({node, messageId: 'kebab', data: {name}});
      },
    };
  },
};
