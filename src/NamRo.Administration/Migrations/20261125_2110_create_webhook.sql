-- Addresses of other programs that hear of the ward's events, and the log of what was sent to them.
create table administration.webhook (
  ward_id uuid not null,
  id uuid not null,
  name text not null constraint webhook_name_ck check (char_length(name) between 1 and 80),
  address text not null,
  kinds text[] not null constraint webhook_kinds_ck check (cardinality(kinds) > 0),
  sealed_secret text not null,
  next_sequence bigint not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  constraint webhook_pk primary key (ward_id, id)
);
create table administration.webhook_delivery (
  ward_id uuid not null,
  id uuid not null,
  webhook_id uuid not null,
  sequence bigint not null,
  kind text not null,
  state text not null constraint webhook_delivery_state_ck check (state in ('waiting', 'sent', 'dead')),
  attempts integer not null,
  status integer,
  error text,
  created_at timestamptz not null,
  ended_at timestamptz,
  constraint webhook_delivery_pk primary key (ward_id, id)
);
create index webhook_delivery_webhook_ix on administration.webhook_delivery (ward_id, webhook_id, id);
select kernel.protect_ward_table(name) from unnest(array['administration.webhook', 'administration.webhook_delivery']::regclass[]) name;
alter table administration.webhook add constraint webhook_ward_fk foreign key (ward_id) references administration.ward (id);
alter table administration.webhook_delivery add constraint webhook_delivery_webhook_fk foreign key (ward_id, webhook_id)
  references administration.webhook (ward_id, id);
