import {TbError} from '@tongban/domain/errors.js';
import type {OutboxPort} from '@tongban/domain/portal.js';
import {outboxStates, type OutboxStateEntry} from '@tongban/domain/outbox/outbox-state.js';
import type {PortUse} from './fixture-portal.js';
import {emptyOutbox} from './fixtures/outbox.js';

/** What waits is sent as soon as somebody asks for it; what needs a person stays until they give it up. */
export function fixtureOutbox({world, answer, announce}: PortUse): OutboxPort {
  return {
    list: () => answer.shown(() => world.outbox, () => emptyOutbox),
    async sendNow() {
      const entries = world.outbox.entries.map((entry) => (entry.state === 'queued' || entry.state === 'waiting' ? {...entry, state: 'sending' as const} : entry));
      world.outbox = {...world.outbox, entries};
      announce({about: 'outbox'});
    },
    async giveUp(commandId) {
      const entry = world.outbox.entries.find((each) => each.commandId === commandId);
      if (!entry) return;
      const {steps}: OutboxStateEntry = outboxStates[entry.state];
      if (!steps.includes('giveUp') && !steps.includes('takeTheirs')) throw new TbError('TB_COMMAND_UNDERWAY');
      world.outbox = {...world.outbox, entries: world.outbox.entries.filter((each) => each !== entry)};
      announce({about: 'outbox'});
    },
  };
}
