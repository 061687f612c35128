-- A row of an amending plan may go on under the key of the task or target that it amends.
alter table plans.plan_row add column commitment_id uuid;

create table plans.amendment (
  ward_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  former_plan_id uuid not null,
  mode text not null constraint amendment_mode_ck check (mode in ('Replaces', 'Adjusts')),
  proposed_by uuid,
  proposed_by_name text not null,
  proposed_at timestamptz not null,
  version integer not null,
  approved_by uuid,
  approved_by_name text,
  approved_at timestamptz,
  constraint amendment_pk primary key (ward_id, id),
  constraint amendment_plans_ck check (plan_id <> former_plan_id)
);
create unique index amendment_plan_ux on plans.amendment (ward_id, plan_id);
create index amendment_former_plan_ix on plans.amendment (ward_id, former_plan_id);

create table plans.amendment_choice (
  ward_id uuid not null,
  id uuid not null,
  amendment_id uuid not null,
  kind text not null constraint amendment_choice_kind_ck check (kind in ('Continues', 'IsNew', 'Ends', 'CarriedOver')),
  present_row_id uuid,
  former_row_id uuid,
  decided_by uuid,
  decided_by_name text not null,
  decided_at timestamptz not null,
  constraint amendment_choice_pk primary key (ward_id, id),
  constraint amendment_choice_row_ck check (present_row_id is not null or former_row_id is not null)
);
create index amendment_choice_amendment_ix on plans.amendment_choice (ward_id, amendment_id);

-- Which row of the city's plan a row of the ward's plan takes up, as a person confirmed or denied it.
create table plans.coverage_choice (
  ward_id uuid not null,
  upper_row_id uuid not null,
  own_row_id uuid not null,
  is_confirmed boolean not null,
  decided_by uuid,
  decided_by_name text not null,
  decided_at timestamptz not null,
  constraint coverage_choice_pk primary key (ward_id, upper_row_id, own_row_id)
);

-- What the ward's people have told about the words of their plans; read again with it, never in another ward.
create table plans.learned_word (
  ward_id uuid not null,
  id uuid not null,
  kind text not null constraint learned_word_kind_ck check (kind in ('Heading', 'Deadline', 'Unit')),
  written text not null,
  written_key text not null,
  field text,
  deadline_kind text,
  every text,
  unit_id uuid,
  plan_id uuid,
  learned_by_name text not null,
  learned_at timestamptz not null,
  constraint learned_word_pk primary key (ward_id, id)
);
create unique index learned_word_written_ux on plans.learned_word (ward_id, kind, written_key);
select kernel.protect_ward_table(name) from unnest(array['plans.amendment', 'plans.amendment_choice', 'plans.coverage_choice',
  'plans.learned_word']::regclass[]) name;

alter table plans.amendment add constraint amendment_plan_fk foreign key (ward_id, plan_id) references plans.plan_document (ward_id, id)
  on delete cascade;
alter table plans.amendment add constraint amendment_former_plan_fk foreign key (ward_id, former_plan_id)
  references plans.plan_document (ward_id, id) on delete cascade;
alter table plans.amendment_choice add constraint amendment_choice_amendment_fk foreign key (ward_id, amendment_id)
  references plans.amendment (ward_id, id) on delete cascade;
alter table plans.amendment_choice add constraint amendment_choice_present_fk foreign key (ward_id, present_row_id)
  references plans.plan_row (ward_id, id) on delete cascade;
alter table plans.amendment_choice add constraint amendment_choice_former_fk foreign key (ward_id, former_row_id)
  references plans.plan_row (ward_id, id) on delete cascade;
alter table plans.coverage_choice add constraint coverage_choice_upper_fk foreign key (ward_id, upper_row_id)
  references plans.plan_row (ward_id, id) on delete cascade;
alter table plans.coverage_choice add constraint coverage_choice_own_fk foreign key (ward_id, own_row_id)
  references plans.plan_row (ward_id, id) on delete cascade;
alter table plans.learned_word add constraint learned_word_plan_fk foreign key (ward_id, plan_id)
  references plans.plan_document (ward_id, id) on delete cascade;
