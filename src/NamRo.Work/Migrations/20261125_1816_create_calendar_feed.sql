create table work.calendar_feed (
  ward_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  person_id uuid,
  unit_id uuid,
  title text not null,
  secret_hash bytea not null,
  created_at timestamptz not null,
  revoked_at timestamptz,
  constraint calendar_feed_pk primary key (ward_id, id),
  constraint calendar_feed_owner_ck check ((person_id is null) <> (unit_id is null))
);
create index calendar_feed_account_ix on work.calendar_feed (ward_id, account_id);

select kernel.protect_ward_table('work.calendar_feed');
