import type {CataloguePort, Change} from '@tongban/domain/portal.js';
import type {GatewayClient} from '@tongban/gateway-api/client.js';
import type {Connection} from '@tongban/vault/worker/connection.js';
import type {WorkerConfig} from '../shared/worker-config.js';
import type {CheckReceipt} from './check-receipt.js';
import type {People} from './people.js';
import type {Sender} from './sender.js';
import type {Sends} from './sends.js';
import type {Show} from './shown.js';
import type {WithRoom} from './with-room.js';

/** What the ports of one portal share. */
export interface Shared {
  readonly config: WorkerConfig;
  readonly database: Connection;
  readonly people: People;
  readonly sends: Sends;
  /** Calls that carry the sign-in. */
  readonly signed: GatewayClient;
  /** Calls that say nothing of who asks. */
  readonly plain: GatewayClient;
  readonly checkReceipt: CheckReceipt;
  readonly show: Show;
  readonly sender: Sender;
  readonly catalogue: CataloguePort;
  readonly withRoom: WithRoom;
  readonly now: () => number;
  /** Tells this page and the other tabs. */
  readonly changed: (change: Change) => void;
}
