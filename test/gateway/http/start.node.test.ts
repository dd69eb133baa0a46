import assert from 'node:assert/strict';
import {it} from 'node:test';
import {gatewayWorld} from '../support/gateway-world.js';

it('a gateway starts without asking for anything that is going to be removed', async () => {
  const outdated: string[] = [];
  const listen = ({name, message}: Error & {code?: string}) => {
    if (name.includes('Deprecation')) outdated.push(message);
  };
  process.on('warning', listen);
  try {
    const world = await gatewayWorld();
    await world.anonymous('310000').call('regions', {}); // Warnings come a turn later than what they warn of.
  } finally {
    process.off('warning', listen);
  }
  assert.deepEqual(outdated, []);
});
