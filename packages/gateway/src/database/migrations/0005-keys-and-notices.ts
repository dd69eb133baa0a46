/** Keys that follow one another, and sign-outs that another server has still to be told of. */
export const keysAndNotices = `
create table signing_keys (
  ring text not null, generation integer not null, jwk jsonb not null, signs_from timestamptz not null, primary key (ring, generation)
);
create table logout_notices (
  id bigint generated always as identity primary key, issuer text not null, person text not null, attempts integer not null,
  created_at timestamptz not null, due_at timestamptz not null
);
create index logout_notices_by_due on logout_notices (due_at);
`;
