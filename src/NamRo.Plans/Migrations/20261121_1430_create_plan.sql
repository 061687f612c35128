create schema plans;
select kernel.open_schema('plans');

create table plans.plan_document (
  ward_id uuid not null,
  id uuid not null,
  file_id uuid not null,
  file_name text not null,
  content_hash bytea not null,
  state text not null constraint plan_document_state_ck check (state in ('Reading', 'Read', 'Failed')),
  job_id uuid not null,
  uploaded_by uuid,
  uploaded_at timestamptz not null,
  read_at timestamptz,
  failure text,
  number text,
  issued_on date,
  place text,
  authority text,
  kind text,
  subject text,
  signer text,
  signer_title text,
  legal_bases text[] not null,
  nested_legal_bases text[] not null,
  amends text[] not null,
  task_count integer not null,
  target_count integer not null,
  finding_count integer not null,
  constraint plan_document_pk primary key (ward_id, id)
);
-- The same bytes are one plan, also when two people upload them at once.
create unique index plan_document_content_hash_ux on plans.plan_document (ward_id, content_hash);

create table plans.plan_text (
  ward_id uuid not null,
  plan_id uuid not null,
  content text not null,
  constraint plan_text_pk primary key (ward_id, plan_id)
);

create table plans.draft_task (
  ward_id uuid not null,
  plan_id uuid not null,
  ordinal integer not null,
  text text not null,
  origin text not null,
  number text,
  group_title text,
  section text,
  leader text,
  lead_units text[] not null,
  co_units text[] not null,
  output text,
  deadline_text text,
  deadline_kind text not null,
  due date,
  every text not null,
  due_from date,
  condition text,
  is_target boolean not null,
  confidence double precision not null,
  source_page integer not null,
  source_from integer not null,
  source_to integer not null,
  quote text not null,
  constraint draft_task_pk primary key (ward_id, plan_id, ordinal)
);

create table plans.draft_target (
  ward_id uuid not null,
  plan_id uuid not null,
  ordinal integer not null,
  text text not null,
  origin text not null,
  section text,
  comparator text not null,
  value numeric,
  upper_value numeric,
  measure_unit text,
  baseline numeric,
  baseline_text text,
  period_from text,
  period_to text,
  confidence double precision not null,
  source_page integer not null,
  source_from integer not null,
  source_to integer not null,
  quote text not null,
  constraint draft_target_pk primary key (ward_id, plan_id, ordinal)
);

create table plans.draft_finding (
  ward_id uuid not null,
  plan_id uuid not null,
  ordinal integer not null,
  rule text not null,
  severity text not null,
  message text not null,
  source_page integer not null,
  source_from integer not null,
  source_to integer not null,
  quote text not null,
  constraint draft_finding_pk primary key (ward_id, plan_id, ordinal)
);
select kernel.protect_ward_table(name) from unnest(array['plans.plan_document', 'plans.plan_text', 'plans.draft_task', 'plans.draft_target',
  'plans.draft_finding']::regclass[]) name;

alter table plans.plan_document add constraint plan_document_file_fk foreign key (ward_id, file_id) references kernel.stored_file (ward_id, id);
alter table plans.plan_text add constraint plan_text_plan_fk foreign key (ward_id, plan_id)
  references plans.plan_document (ward_id, id) on delete cascade;
alter table plans.draft_task add constraint draft_task_plan_fk foreign key (ward_id, plan_id)
  references plans.plan_document (ward_id, id) on delete cascade;
alter table plans.draft_target add constraint draft_target_plan_fk foreign key (ward_id, plan_id)
  references plans.plan_document (ward_id, id) on delete cascade;
alter table plans.draft_finding add constraint draft_finding_plan_fk foreign key (ward_id, plan_id)
  references plans.plan_document (ward_id, id) on delete cascade;
