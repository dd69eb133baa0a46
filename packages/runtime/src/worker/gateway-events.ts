import {text} from '@tongban/domain/primitives.js';
import type {Change} from '@tongban/domain/portal.js';
import type {EventSourceMessage} from 'eventsource-parser';
import * as v from 'valibot';
import {eventStream, type EventStream} from './event-stream.js';
import {lead} from './leader.js';
import type {Sends} from './sends.js';

/** What the gateway says on its stream: only that something changed. Whoever shows it asks for it again. */
const GatewayHint = v.variant('about', [v.object({about: v.literal('case'), caseNo: text(50)}), v.object({about: v.picklist(['cases', 'catalogue', 'session'])})]);

export interface GatewayEvents {
  /** Listens for one signed-in person, in one tab of the origin; undefined stops. */
  listenFor(owner: string | undefined): void;
  /** Tries again now. */
  wake(): void;
}

export function gatewayEvents({gateway, sends, changed}: {gateway: string; sends: Sends; changed: (change: Change) => void}): GatewayEvents {
  let listening: {owner: string; stop: () => void} | undefined;
  let stream: EventStream | undefined;

  const hear = ({data}: EventSourceMessage) => {
    const hint = v.safeParse(GatewayHint, jsonOf(data));
    if (!hint.success) return; // Newer gateways may say more.
    changed(hint.output as Change);
    if (hint.output.about === 'case') changed({about: 'cases'});
  };

  const open = (lastEventId: string, signal: AbortSignal) =>
    sends.stream(`${gateway}/v1/events`, {accept: 'text/event-stream', ...(lastEventId !== '' && {'last-event-id': lastEventId})}, signal);

  /** After a gap nobody knows what was missed: everything shown is asked for again. */
  const onOpen = (isFirst: boolean) => {
    if (!isFirst) changed({about: 'cases'});
  };

  return {
    listenFor(owner) {
      if (owner === listening?.owner) return;
      listening?.stop();
      listening = undefined;
      if (owner === undefined) return;
      const stop = lead(`tb:${gateway}:events:${owner}`, (signal) => {
        const mine = eventStream({open, onEvent: hear, onOpen});
        stream = mine;
        signal.addEventListener('abort', () => mine.stop());
      });
      listening = {owner, stop};
    },
    wake: () => stream?.wake(),
  };
}

function jsonOf(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}
