/** Runs inside the tenant's schema. Never edit a migration that has shipped: add the next one. */
export const start = `
create table people (id text primary key, subject text not null unique, record jsonb not null, seen_at timestamptz not null);
create index people_by_id_no on people ((record->>'idNo'));
create table staff (id text primary key, record jsonb not null);
create table delegations (id text primary key, grantor_id text not null, grantee_id text not null, record jsonb not null);
create index delegations_by_grantee on delegations (grantee_id);

create table oidc_payloads (
  kind text not null, id text not null, payload jsonb not null, grant_id text, user_code text, uid text,
  expires_at timestamptz, consumed_at timestamptz, primary key (kind, id)
);
create index oidc_payloads_by_grant on oidc_payloads (grant_id) where grant_id is not null;
create index oidc_payloads_by_uid on oidc_payloads (uid) where uid is not null;
create index oidc_payloads_by_expiry on oidc_payloads (expires_at);
create table proofs_seen (jti text primary key, expires_at timestamptz not null);
create index proofs_seen_by_expiry on proofs_seen (expires_at);
create table secrets (name text primary key, value jsonb not null, created_at timestamptz not null);

create table parties (id text primary key, data jsonb not null, updated_at timestamptz not null);
create index parties_by_id_no on parties ((data->>'idNo'));
create table cases (
  case_no text primary key, short_code text not null unique, task_code text not null, task_version integer not null,
  catalog_code text not null, item_name text not null, mode text not null, home_region text not null, window_region text,
  agreement_id text, state text not null, revision integer not null, last_hash text not null,
  party_id text not null references parties (id), agent_id text references parties (id), delegation_id text,
  created_at timestamptz not null, updated_at timestamptz not null
);
create index cases_by_party on cases (party_id, catalog_code);
create index cases_by_agent on cases (agent_id) where agent_id is not null;
create index cases_by_window on cases (window_region, updated_at);
create index cases_by_update on cases (updated_at);
create table case_events (
  case_no text not null references cases (case_no), seq integer not null, event_id text not null unique,
  event jsonb not null, at timestamptz not null, primary key (case_no, seq)
);
create table case_fields (case_no text primary key references cases (case_no), fields jsonb not null);
create table case_numbers (series text primary key, last integer not null);
create table commands (
  caller text not null, key text not null, fingerprint text not null, status integer not null, answer jsonb,
  case_no text, at timestamptz not null, primary key (caller, key)
);
create index commands_by_time on commands (at);

create table uploads (
  id text primary key, owner text not null, size bigint not null, sha256 text not null, media_type text not null,
  file_name text not null, state text not null, problem text, case_no text,
  created_at timestamptz not null, expires_at timestamptz not null
);
create index uploads_by_expiry on uploads (expires_at) where case_no is null;

create table ratings (
  id text primary key, case_no text not null, act text not null, region text not null, record jsonb not null,
  received_at timestamptz not null, unique (case_no, act)
);
create index ratings_by_time on ratings (received_at);
create table rating_tickets (
  hash text primary key, case_no text not null, act text not null, expires_at timestamptz not null, used_at timestamptz
);

create table events_outbox (
  id bigint generated always as identity primary key, position bigint unique, about text not null, audience jsonb not null,
  payload jsonb not null, at timestamptz not null
);
create index events_outbox_unpublished on events_outbox (id) where position is null;
create table peer_cursors (peer text primary key, position bigint not null, leased_until timestamptz not null);
create table replicas (
  reader text not null, about text not null, home text not null, body jsonb not null, at timestamptz not null,
  primary key (reader, about, home)
);

create table audit (
  id bigint generated always as identity primary key, who text not null, route text not null, case_no text, code text not null,
  at timestamptz not null
);
create index audit_by_time on audit (at);
`;
