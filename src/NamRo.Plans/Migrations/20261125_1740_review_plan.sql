-- A plan that exists only on paper has no file; a published one is no longer under review.
alter table plans.plan_document
  alter column file_id drop not null,
  alter column content_hash drop not null,
  alter column job_id drop not null,
  add column version integer not null default 1,
  add column is_header_edited boolean not null default false,
  drop constraint plan_document_state_ck,
  add constraint plan_document_state_ck check (state in ('Reading', 'Read', 'Failed', 'Published'));

alter table plans.draft_task add column parts jsonb not null default '[]', add column cells jsonb not null default '{}',
  add column places jsonb not null default '[]';
alter table plans.draft_target add column cells jsonb not null default '{}', add column places jsonb not null default '[]';
alter table plans.draft_finding add column cells jsonb not null default '{}', add column places jsonb not null default '[]',
  add column key text not null default '';

-- How large the pages of the file are, in points; none for files without pages.
create table plans.plan_page (
  ward_id uuid not null,
  plan_id uuid not null,
  number integer not null,
  width double precision not null,
  height double precision not null,
  constraint plan_page_pk primary key (ward_id, plan_id, number)
);

-- A task or target as people have it: "read" is what the machine said, "content" what holds.
create table plans.plan_row (
  ward_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  kind text not null constraint plan_row_kind_ck check (kind in ('Task', 'Target')),
  position integer not null,
  version integer not null,
  state text not null constraint plan_row_state_ck check (state in ('Pending', 'Accepted', 'Rejected', 'Replaced')),
  decided_by uuid,
  decided_by_name text,
  decided_at timestamptz,
  from_ids uuid[] not null,
  confidence double precision not null,
  is_narrative boolean not null,
  is_doubtful boolean not null,
  doubt_count integer not null,
  read jsonb,
  newer_read jsonb,
  content jsonb not null,
  source_page integer not null,
  source_from integer not null,
  source_to integer not null,
  quote text not null,
  cells jsonb not null,
  places jsonb not null,
  constraint plan_row_pk primary key (ward_id, id),
  constraint plan_row_decision_ck check ((state in ('Accepted', 'Rejected')) = (decided_at is not null))
);
create index plan_row_plan_ix on plans.plan_row (ward_id, plan_id, kind, is_narrative, position);

-- What a person did in the review, and what was before, so that it can be undone.
create table plans.review_step (
  ward_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  kind text not null,
  made_by uuid,
  made_by_name text not null,
  made_at timestamptz not null,
  rows jsonb not null,
  undone_by uuid,
  undone_at timestamptz,
  constraint review_step_pk primary key (ward_id, id)
);
create index review_step_plan_ix on plans.review_step (ward_id, plan_id, made_at);

create table plans.finding_decision (
  ward_id uuid not null,
  plan_id uuid not null,
  key text not null,
  is_waived boolean not null,
  reason text,
  decided_by uuid,
  decided_by_name text not null,
  decided_at timestamptz not null,
  constraint finding_decision_pk primary key (ward_id, plan_id, key)
);

create table plans.plan_publication (
  ward_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  task_count integer not null,
  target_count integer not null,
  published_by uuid,
  published_by_name text not null,
  published_at timestamptz not null,
  withdrawn_by uuid,
  withdrawn_by_name text,
  withdrawn_at timestamptz,
  reason text,
  constraint plan_publication_pk primary key (ward_id, id)
);
-- Two people publish at once: one wins.
create unique index plan_publication_in_force_ux on plans.plan_publication (ward_id, plan_id) where withdrawn_at is null;
select kernel.protect_ward_table(name) from unnest(array['plans.plan_page', 'plans.plan_row', 'plans.review_step', 'plans.finding_decision',
  'plans.plan_publication']::regclass[]) name;

alter table plans.plan_page add constraint plan_page_plan_fk foreign key (ward_id, plan_id)
  references plans.plan_document (ward_id, id) on delete cascade;
alter table plans.plan_row add constraint plan_row_plan_fk foreign key (ward_id, plan_id)
  references plans.plan_document (ward_id, id) on delete cascade;
alter table plans.review_step add constraint review_step_plan_fk foreign key (ward_id, plan_id)
  references plans.plan_document (ward_id, id) on delete cascade;
alter table plans.finding_decision add constraint finding_decision_plan_fk foreign key (ward_id, plan_id)
  references plans.plan_document (ward_id, id) on delete cascade;
alter table plans.plan_publication add constraint plan_publication_plan_fk foreign key (ward_id, plan_id)
  references plans.plan_document (ward_id, id) on delete cascade;
