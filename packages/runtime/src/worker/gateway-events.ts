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

export interface GatewayEventsOptions {
  readonly gateway: string;
  readonly sends: Sends;
  readonly changed: (change: Change) => void;
  /** Something may have been missed: whatever is shown is to be asked for again. */
  readonly missed: () => void;
}

/** A lock that is free is given within milliseconds. */
const TAKE_OVER_MS = 1_000;

export function gatewayEvents({gateway, sends, changed, missed}: GatewayEventsOptions): GatewayEvents {
  let listening: {owner: string; stop: () => void} | undefined;
  let stream: EventStream | undefined;

  const hear = ({event, data}: EventSourceMessage) => {
    if (event === 'resync') missed(); // The gateway no longer has all that was said since this listener last heard.
    const hint = v.safeParse(GatewayHint, jsonOf(data));
    if (!hint.success) return; // Newer gateways may say more.
    changed(hint.output);
    if (hint.output.about === 'case') changed({about: 'cases'});
  };

  const open = (lastEventId: string, signal: AbortSignal) =>
    sends.stream(`${gateway}/v1/events`, {accept: 'text/event-stream', ...(lastEventId !== '' && {'last-event-id': lastEventId})}, signal);

  return {
    listenFor(owner) {
      if (owner === listening?.owner) return;
      listening?.stop();
      listening = undefined;
      if (owner === undefined) return;
      const asked = Date.now();
      const stop = lead(`tb:${gateway}:events:${owner}`, (signal) => {
        if (Date.now() - asked > TAKE_OVER_MS) missed(); // The tab that listened is gone, and with it what it had heard last.
        const mine = eventStream({open, onEvent: hear});
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
