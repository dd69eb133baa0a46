const writes = new Set(['add', 'clear', 'delete', 'put']);

/**
 * Writes of the vault go through an object store of a strict transaction. idb's shortcuts on the database itself
 * (`db.put(…)`) open one of their own with relaxed durability: what the screen called saved could be lost.
 */
export const oneTransaction = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {shortcut: '{{call}} opens a relaxed transaction of its own; write through atomically().'},
  },
  create(context) {
    return {
      CallExpression(node) {
        const {callee} = node;
        if (callee.type !== 'MemberExpression' || !writes.has(callee.property.name)) return;
        const database = /^(?:this\.)?#?(?:db|database)$/i.exec(context.sourceCode.getText(callee.object));
        if (database) context.report({node, messageId: 'shortcut', data: {call: context.sourceCode.getText(callee)}});
      },
    };
  },
};
