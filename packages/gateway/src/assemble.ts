import type {IncomingMessage, ServerResponse} from 'node:http';
import {access} from './cases/access.js';
import {actOnCases} from './cases/act-on-case.js';
import {caseHandlers} from './cases/case-handlers.js';
import {commandStatus} from './cases/command-status.js';
import {fileCases} from './cases/file-case.js';
import {forgetOldCommands} from './cases/once.js';
import {actOnOverdue} from './cases/overdue.js';
import {piecesRoute} from './cases/pieces-route.js';
import {readCases} from './cases/read-cases.js';
import {receipts} from './cases/receipts.js';
import {resultOpenings} from './cases/result-openings.js';
import {rules} from './cases/rules.js';
import {writer} from './cases/writer.js';
import {catalogueHandlers} from './catalogue/catalogue-handlers.js';
import {catalogue} from './catalogue/catalogue.js';
import {checkSeeds} from './catalogue/check-seeds.js';
import {defaultLimits, type GatewayConfig} from './config.js';
import type {Db} from './database/database.js';
import {inTransaction} from './database/in-transaction.js';
import {eventsRoute} from './events/events-route.js';
import {feed} from './events/feed.js';
import {outbox} from './events/outbox.js';
import {housekeeping} from './housekeeping.js';
import {buildApp} from './http/app.js';
import {auditLog, forgetOldAudit} from './http/audit.js';
import {framesOf} from './http/logging.js';
import {metrics} from './http/metrics.js';
import {ourError, problemReply} from './http/problem-reply.js';
import type {Authenticator, PeerTokens} from './identity/principal.js';
import {hintHandler} from './peers/hint-handler.js';
import {peerHints} from './peers/peer-hints.js';
import {peerUploadsRoute} from './peers/peer-uploads-route.js';
import {peers} from './peers/peers.js';
import {publicKeys} from './peers/public-keys.js';
import {replicas} from './peers/replicas.js';
import {paymentHandlers} from './payments/payment-handlers.js';
import {payments} from './payments/payments.js';
import {meHandlers} from './people/me-handlers.js';
import type {Register} from './people/register.js';
import {ratingHandlers} from './ratings/rating-handlers.js';
import {ratings} from './ratings/ratings.js';
import {tickets} from './ratings/tickets.js';
import {tenantSecret} from './tenant-secret.js';
import {tusRoute} from './uploads/tus-route.js';
import {uploads} from './uploads/uploads.js';

export interface ApiParts {
  readonly config: GatewayConfig;
  readonly db: Db;
  readonly register: Register;
  readonly authenticator: Authenticator;
  readonly peerTokens: PeerTokens;
}

export interface Api {
  handle(request: IncomingMessage, response: ServerResponse): void;
  /** Answers a request that failed before it came here. */
  fail(error: unknown, response: ServerResponse): void;
  /** Ends the event streams of somebody who signed out, in every process. */
  endStreamsOf(principalId: string): Promise<void>;
  close(): Promise<void>;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Puts the gateway's parts together. Who sends a request is for `authenticator` to say. */
export async function assemble({config: given, db, register, authenticator, peerTokens}: ApiParts): Promise<Api> {
  const config = {...given, seeds: checkSeeds(given.seeds)};
  const {region, seeds, now, database, pageOrigins, origin} = config;
  const limits = {...defaultLimits, ...config.limits};

  let report: (what: string, error: unknown) => void = () => undefined;
  const failed = (what: string) => (error: unknown) => report(what, error);

  const numbers = metrics(region);
  const audit = auditLog(db, failed('audit'));
  const items = catalogue(seeds, {...config.catalogue, asOf: now().toISOString()});
  const law = rules(config, items, register);
  const openings = resultOpenings(db);
  const door = access(law, register, openings);
  const hints = outbox(db, region);
  const news = await feed(hints, database.notices, failed('events'));
  const signer = await receipts(db);
  const log = writer({db, outbox: hints, receipts: signer, metrics: numbers});
  const files = uploads(db, config.uploadDir, limits);
  const others = peers(config, peerTokens);
  const copies = replicas(db, now);
  const page = {
    progress: (caseNo: string) => `${pageOrigins[0] ?? origin}/?case=${encodeURIComponent(caseNo)}`,
    rating: (ticket: string) => `${pageOrigins[0] ?? origin}/#rate=${ticket}`, // Behind #, where no server and no log sees it.
    ...config.pages,
  };
  const cashier = config.cashier?.({self: origin, fetch: config.fetch, sign: (typ, claims) => signer.sign(typ, claims)});
  const fees = payments({db, rules: law, access: door, writer: log, notifyUrl: `${origin}/v1/payments/notices`, ...(cashier && {cashier})});
  const stars = ratings({db, rules: law, access: door, tickets: tickets(db, region, page.rating), tags: seeds.ratingTags});
  const reads = readCases({db, rules: law, register, access: door, openings, progressUrl: page.progress});
  const streams = eventsRoute({outbox: hints, feed: news, limits, metrics: numbers});

  const app = await buildApp({
    config, limits, db, authenticator, audit, metrics: numbers,
    publicKeys: publicKeys(config, () => signer.publicKeys()),
    handlers: {
      ...catalogueHandlers(items, seeds, region),
      ...meHandlers({register, catalogue: items, vaultSecret: await tenantSecret(db, 'vault'), now}),
      ...caseHandlers({
        files: fileCases({db, rules: law, register, uploads: files, writer: log}),
        acts: actOnCases({db, rules: law, register, access: door, uploads: files, writer: log}),
        reads,
        peers: others, replicas: copies, uploads: files,
        onPeerFailed: (peer, code) => app.log.warn({peer, code}, 'a peer did not answer'),
      }),
      ...ratingHandlers(stars, others),
      ...paymentHandlers({payments: fees, peers: others, pageOrigins, progressUrl: page.progress}),
      ...hintHandler(db, hints),
      ...commandStatus(db, others),
    },
    more: [tusRoute(files, {origin, limits, metrics: numbers}), peerUploadsRoute(files), piecesRoute({reads, uploads: files, peers: others}), (to) => streams.register(to)],
  });
  report = (what, error) => app.log.error({what, frames: framesOf(error)}, 'work behind the scenes failed');

  const tellers = peerHints({db, outbox: hints, feed: news, peers: others, onFailed: failed('peer hints')});
  const keeper = housekeeping(
    [
      () => actOnOverdue(db, law, log),
      () => signer.refresh(),
      () => fees.reconcile(),
      () => files.prune(),
      () => forgetOldCommands(db, now()),
      () => hints.prune(new Date(Date.now() - DAY_MS)),
      () => forgetOldAudit(db, new Date(now().getTime() - 400 * DAY_MS)),
      () => copies.prune(new Date(Date.now() - 90 * DAY_MS)),
    ],
    HOUR_MS,
    failed('housekeeping'),
  );

  return {
    handle: (request, response) => app.routing(request, response),
    fail(error, response) {
      report('signing in', error);
      if (response.headersSent) {
        response.destroy();
        return;
      }
      const {status, headers, body} = problemReply(ourError(error), undefined);
      response.writeHead(status, headers).end(JSON.stringify(body));
    },
    async endStreamsOf(id) {
      await inTransaction(db, (tx) => hints.add(tx, {about: 'session'}, {people: [id], regions: [], isForPeers: false}, new Date(Date.now()))).catch(failed('signing out'));
    },
    async close() {
      streams.close();
      await keeper.close();
      await tellers.close();
      await news.close();
      await app.close();
      await audit.flush();
    },
  };
}
