import type {ColumnType, Generated, JSONColumnType} from 'kysely';
import type {Audience} from '../events/audience.js';

/** A point in time: read as a Date, written as a Date. */
type Time = ColumnType<Date, Date, Date>;
/** JSON: read as a value, written as its text, so that both databases take arrays alike. */
type Json<T extends object> = JSONColumnType<T, string, string>;

/**
 * The tables of one tenant, as the migrations make them. Personal data is in `people`, `staff`, `parties`, `case_fields`,
 * `replicas` and, as files, in uploads.
 */
export interface Tables {
  /** Who can sign in here or has; `subject` is the id the hub knows them by. */
  people: {id: string; subject: string; record: Json<object>; seen_at: Time};
  staff: {id: string; record: Json<object>};
  delegations: {id: string; grantor_id: string; grantee_id: string; record: Json<object>};

  /** State of the OpenID provider: sessions, grants, codes, refresh tokens … */
  oidc_payloads: {
    kind: string;
    id: string;
    payload: Json<object>;
    grant_id: string | null;
    user_code: string | null;
    uid: string | null;
    expires_at: ColumnType<Date | null, Date | null, Date | null>;
    consumed_at: ColumnType<Date | null, Date | null, Date | null>;
  };
  /** DPoP proofs and assertions that were used: one use each, across processes. */
  proofs_seen: {jti: string; expires_at: Time};
  /** Keys that sign for this tenant, by what for and in their order; without private half once they are over. */
  signing_keys: {ring: string; generation: number; jwk: Json<object>; signs_from: Time};
  /** Sign-outs another server has still to be told of. */
  logout_notices: {id: Generated<number>; issuer: string; person: string; attempts: number; created_at: Time; due_at: Time};
  /** This tenant's other secrets, made at its first start. */
  secrets: {name: string; value: Json<object>; created_at: Time};

  /** One row per case, derived from its log when that grows. */
  cases: {
    case_no: string;
    short_code: string;
    task_code: string;
    task_version: number;
    catalog_code: string;
    item_name: string;
    mode: string;
    home_region: string;
    window_region: string | null;
    agreement_id: string | null;
    state: string;
    revision: number;
    last_hash: string;
    party_id: string;
    agent_id: string | null;
    delegation_id: string | null;
    /** It ended without a result, and what was paid has not been given back. */
    owes_refund: Generated<boolean>;
    created_at: Time;
    updated_at: Time;
  };
  /** The append-only log. */
  case_events: {case_no: string; seq: number; event_id: string; event: Json<object>; at: Time};
  /** Personal data of those a case is about, apart from its log, so that it can be erased alone. */
  parties: {id: string; data: Json<object>; updated_at: Time};
  /** What was typed into a case's form; personal data. */
  case_fields: {case_no: string; fields: Json<Record<string, string>>};
  /** Electronic results that were opened by who they are for. */
  result_openings: {case_no: string; opened_at: Time};
  /** What was ordered at the cashier; `closed` may still turn out to be paid. */
  payment_orders: {
    order_no: string;
    case_no: string;
    fen: number;
    state: 'open' | 'paid' | 'closed';
    bill_no: string | null;
    pay_url: string | null;
    created_at: Time;
    expires_at: Time;
  };
  case_numbers: {series: string; last: number};
  /** One row per command that was taken, with what it was answered: exactly once, for 90 days. */
  commands: {caller: string; key: string; fingerprint: string; status: number; answer: Json<object> | null; case_no: string | null; at: Time};

  uploads: {
    id: string;
    owner: string;
    size: number;
    sha256: string;
    media_type: string;
    file_name: string;
    state: 'receiving' | 'done' | 'refused';
    problem: string | null;
    case_no: string | null;
    created_at: Time;
    expires_at: Time;
  };

  ratings: {id: string; case_no: string; act: string; region: string; record: Json<object>; received_at: Time};
  rating_tickets: {hash: string; case_no: string; act: string; expires_at: Time; used_at: ColumnType<Date | null, Date | null, Date | null>};

  /** Hints to listeners. `position` is given when it is published, so that a reader who counts up misses none. */
  events_outbox: {id: Generated<number>; position: number | null; about: string; audience: Json<Audience>; payload: Json<object>; at: Time};
  /** How far each peer has been told. */
  peer_cursors: {peer: string; position: number; leased_until: Time};
  /** Copies of what other gateways showed a reader here, for when they cannot be reached. */
  replicas: {reader: string; about: string; home: string; body: Json<object>; at: Time};

  audit: {id: Generated<number>; who: string; route: string; case_no: string | null; code: string; at: Time};
}

export type TableName = keyof Tables;
