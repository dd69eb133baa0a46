import {node, script} from '../command.mjs';

/** A stage that is one program: it passes or fails as a whole. */
export const check =
  (path, ...args) =>
  async (_filter) => {
    const code = await node([script(path), ...args]);
    return [{title: path, outcome: code === 0 ? 'passed' : 'failed'}];
  };
