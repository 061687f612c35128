-- Row-level security for a ward's table. The application's role is named by the migrator.
create function kernel.protect_ward_table(target regclass) returns void language plpgsql as $body$
declare mine constant text := $$ward_id = nullif(current_setting('app.ward', true), '')::uuid$$;
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy own_ward on %s using (%s) with check (%s)', target, mine, mine);
  execute format($$create policy look_across on %s for select using (current_setting('app.across', true) = 'on')$$, target);
  execute format('grant select, insert, update, delete on %s to %I', target, current_setting('namro.application_role'));
end $body$;

-- A table without a ward: catalogues, accounts, the queue.
create function kernel.open_global_table(target regclass) returns void language plpgsql as $body$
begin
  execute format('grant select, insert, update, delete on %s to %I', target, current_setting('namro.application_role'));
end $body$;

create function kernel.open_schema(name text) returns void language plpgsql as $body$
begin
  execute format('grant usage on schema %I to %I', name, current_setting('namro.application_role'));
end $body$;

select kernel.open_schema('kernel');

create table kernel.event (
  ward_id uuid not null,
  sequence bigint not null,
  id uuid not null,
  at timestamptz not null,
  actor_id uuid,
  actor_name text not null,
  kind text not null,
  subject_kind text not null,
  subject_id uuid not null,
  subject_title text not null,
  reason text,
  data json not null,
  changes json not null,
  address text,
  previous_hash bytea not null,
  hash bytea not null,
  constraint event_pk primary key (ward_id, sequence)
);
create index event_subject_ix on kernel.event (ward_id, subject_id, sequence);
create index event_actor_ix on kernel.event (ward_id, actor_id, sequence);
create index event_at_ix on kernel.event (ward_id, at);
select kernel.protect_ward_table('kernel.event');

create table kernel.event_chain (
  ward_id uuid not null constraint event_chain_pk primary key,
  sequence bigint not null,
  hash bytea not null
);
select kernel.protect_ward_table('kernel.event_chain');

-- History is written once: the application may neither change nor remove it.
do $body$ begin
  execute format('revoke update, delete on kernel.event from %I', current_setting('namro.application_role'));
  execute format('revoke delete on kernel.event_chain from %I', current_setting('namro.application_role'));
  execute format('grant select on kernel.migration to %I', current_setting('namro.application_role'));
end $body$;

create table kernel.job (
  id uuid not null constraint job_pk primary key,
  ward_id uuid not null,
  kind text not null,
  payload json not null,
  state text not null constraint job_state_ck check (state in ('queued', 'running', 'done', 'dead', 'cancelled')),
  unique_key text,
  run_at timestamptz not null,
  attempts integer not null,
  maximum_attempts integer not null,
  lease uuid,
  leased_until timestamptz,
  progress_percent integer not null,
  progress_note text,
  is_cancel_requested boolean not null,
  error text,
  created_by uuid,
  created_at timestamptz not null,
  finished_at timestamptz
);
create index job_due_ix on kernel.job (run_at) where state in ('queued', 'running');
create index job_ward_ix on kernel.job (ward_id, created_at);
create unique index job_unique_key_ux on kernel.job (ward_id, unique_key) where unique_key is not null;
select kernel.open_global_table('kernel.job');

-- Keys that protect cookies and forms, shared by every web process.
create table kernel.data_protection_key (
  name text not null constraint data_protection_key_pk primary key,
  xml text not null,
  created_at timestamptz not null default now()
);
select kernel.open_global_table('kernel.data_protection_key');
