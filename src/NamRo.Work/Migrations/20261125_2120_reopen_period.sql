-- A locked reporting period that was opened again, until when and why.
create table work.period_reopening (
  ward_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  author_id uuid,
  author_name text not null,
  at timestamptz not null,
  revoked_at timestamptz,
  revoked_by text,
  revoked_reason text,
  obligation_id uuid not null,
  locked_at timestamptz not null,
  until date not null,
  reason text not null,
  constraint period_reopening_pk primary key (ward_id, id)
);
create index period_reopening_task_ix on work.period_reopening (ward_id, task_id);

-- Lists of tasks that a person looks at again and again: a name and the address with its filters.
create table work.saved_view (
  ward_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  name text not null constraint saved_view_name_ck check (char_length(name) between 1 and 80),
  address text not null,
  constraint saved_view_pk primary key (ward_id, id)
);
create index saved_view_account_ix on work.saved_view (ward_id, account_id, name);

select kernel.protect_ward_table(name) from unnest(array['work.period_reopening', 'work.saved_view']::regclass[]) name;
alter table work.period_reopening add constraint period_reopening_task_fk foreign key (ward_id, task_id)
  references work.work_task (ward_id, id);
