/** What was ordered at the province's cashier, one open order per case; and which cases wait for money to be given back. */
export const payments = `
create table payment_orders (
  order_no text primary key, case_no text not null references cases (case_no), fen bigint not null, state text not null,
  bill_no text, pay_url text, created_at timestamptz not null, expires_at timestamptz not null
);
create unique index payment_orders_open on payment_orders (case_no) where state = 'open';
alter table cases add column owes_refund boolean not null default false;
create index cases_by_refund on cases (updated_at) where owes_refund;
`;
