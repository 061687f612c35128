create schema work;
select kernel.open_schema('work');

create table work.work_task (
  ward_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  plan_title text not null,
  ordinal integer not null,
  number text,
  group_title text,
  text text not null,
  text_key text not null,
  lead_unit_id uuid,
  co_unit_text text,
  leader_person_id uuid,
  leader_text text,
  responsible_person_id uuid,
  output text,
  deadline_text text,
  deadline_kind text not null,
  due date,
  every text not null,
  due_from date,
  condition text,
  due_now date,
  starts_on date not null,
  target_ids uuid[] not null,
  source_page integer not null,
  source_from integer not null,
  source_to integer not null,
  quote text not null,
  opened_at timestamptz not null,
  version integer not null,
  constraint work_task_pk primary key (ward_id, id)
);
create index work_task_plan_ix on work.work_task (ward_id, plan_id, ordinal);
create index work_task_lead_unit_ix on work.work_task (ward_id, lead_unit_id);
create index work_task_responsible_person_ix on work.work_task (ward_id, responsible_person_id);
create index work_task_leader_ix on work.work_task (ward_id, leader_person_id);

create table work.task_part (
  ward_id uuid not null,
  task_id uuid not null,
  ordinal integer not null,
  number text not null,
  text text not null,
  constraint task_part_pk primary key (ward_id, task_id, ordinal)
);

create table work.task_co_unit (
  ward_id uuid not null,
  task_id uuid not null,
  unit_id uuid not null,
  part_text text,
  due_on date,
  constraint task_co_unit_pk primary key (ward_id, task_id, unit_id)
);
create index task_co_unit_unit_ix on work.task_co_unit (ward_id, unit_id);

create table work.task_assignment (
  ward_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  author_id uuid,
  author_name text not null,
  at timestamptz not null,
  revoked_at timestamptz,
  revoked_by text,
  revoked_reason text,
  lead_unit_id uuid not null,
  responsible_person_id uuid,
  leader_person_id uuid,
  note text,
  constraint task_assignment_pk primary key (ward_id, id)
);
create index task_assignment_task_ix on work.task_assignment (ward_id, task_id);

create table work.task_receipt (
  ward_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  author_id uuid,
  author_name text not null,
  at timestamptz not null,
  revoked_at timestamptz,
  revoked_by text,
  revoked_reason text,
  unit_id uuid not null,
  constraint task_receipt_pk primary key (ward_id, id)
);
create index task_receipt_task_ix on work.task_receipt (ward_id, task_id);

create table work.task_return (
  ward_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  author_id uuid,
  author_name text not null,
  at timestamptz not null,
  revoked_at timestamptz,
  revoked_by text,
  revoked_reason text,
  unit_id uuid not null,
  reason text not null,
  constraint task_return_pk primary key (ward_id, id)
);
create index task_return_task_ix on work.task_return (ward_id, task_id);

create table work.task_step (
  ward_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  author_id uuid,
  author_name text not null,
  at timestamptz not null,
  revoked_at timestamptz,
  revoked_by text,
  revoked_reason text,
  text text not null,
  assignee_person_id uuid,
  due_on date,
  done_at timestamptz,
  done_by text,
  constraint task_step_pk primary key (ward_id, id)
);
create index task_step_task_ix on work.task_step (ward_id, task_id);

create table work.task_update (
  ward_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  author_id uuid,
  author_name text not null,
  at timestamptz not null,
  revoked_at timestamptz,
  revoked_by text,
  revoked_reason text,
  obligation_id uuid,
  period_from date not null,
  period_to date not null,
  unit_id uuid,
  result text,
  next_step text,
  difficulty text,
  nothing_arose boolean not null,
  percent integer constraint task_update_percent_ck check (percent between 0 and 100),
  constraint task_update_pk primary key (ward_id, id)
);
create index task_update_task_ix on work.task_update (ward_id, task_id);

create table work.evidence (
  ward_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  author_id uuid,
  author_name text not null,
  at timestamptz not null,
  revoked_at timestamptz,
  revoked_by text,
  revoked_reason text,
  update_id uuid,
  submission_id uuid,
  kind text not null constraint evidence_kind_ck check (kind in ('File', 'Document', 'Link')),
  title text not null,
  file_id uuid,
  document_number text,
  address text,
  constraint evidence_pk primary key (ward_id, id)
);
create index evidence_task_ix on work.evidence (ward_id, task_id);

create table work.product_submission (
  ward_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  author_id uuid,
  author_name text not null,
  at timestamptz not null,
  revoked_at timestamptz,
  revoked_by text,
  revoked_reason text,
  note text,
  constraint product_submission_pk primary key (ward_id, id)
);
create index product_submission_task_ix on work.product_submission (ward_id, task_id);

create table work.product_decision (
  ward_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  author_id uuid,
  author_name text not null,
  at timestamptz not null,
  revoked_at timestamptz,
  revoked_by text,
  revoked_reason text,
  submission_id uuid not null,
  is_accepted boolean not null,
  reason text,
  constraint product_decision_pk primary key (ward_id, id)
);
create index product_decision_task_ix on work.product_decision (ward_id, task_id);

create table work.task_closure (
  ward_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  author_id uuid,
  author_name text not null,
  at timestamptz not null,
  revoked_at timestamptz,
  revoked_by text,
  revoked_reason text,
  kind text not null constraint task_closure_kind_ck check (kind in ('Done', 'Dropped')),
  reason text,
  constraint task_closure_pk primary key (ward_id, id)
);
create index task_closure_task_ix on work.task_closure (ward_id, task_id);

create table work.task_reopening (
  ward_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  author_id uuid,
  author_name text not null,
  at timestamptz not null,
  revoked_at timestamptz,
  revoked_by text,
  revoked_reason text,
  closure_id uuid not null,
  reason text not null,
  constraint task_reopening_pk primary key (ward_id, id)
);
create index task_reopening_task_ix on work.task_reopening (ward_id, task_id);

create table work.extension_request (
  ward_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  author_id uuid,
  author_name text not null,
  at timestamptz not null,
  revoked_at timestamptz,
  revoked_by text,
  revoked_reason text,
  due_before date,
  new_due date not null,
  cause text not null constraint extension_request_cause_ck check (cause in ('Objective', 'Subjective')),
  reason text not null,
  waits_for text,
  constraint extension_request_pk primary key (ward_id, id)
);
create index extension_request_task_ix on work.extension_request (ward_id, task_id);

create table work.extension_decision (
  ward_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  author_id uuid,
  author_name text not null,
  at timestamptz not null,
  revoked_at timestamptz,
  revoked_by text,
  revoked_reason text,
  request_id uuid not null,
  is_granted boolean not null,
  granted_due date,
  reason text,
  constraint extension_decision_pk primary key (ward_id, id)
);
create index extension_decision_task_ix on work.extension_decision (ward_id, task_id);

create table work.explanation_request (
  ward_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  author_id uuid,
  author_name text not null,
  at timestamptz not null,
  revoked_at timestamptz,
  revoked_by text,
  revoked_reason text,
  question text not null,
  due_on date not null,
  constraint explanation_request_pk primary key (ward_id, id)
);
create index explanation_request_task_ix on work.explanation_request (ward_id, task_id);

create table work.explanation_answer (
  ward_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  author_id uuid,
  author_name text not null,
  at timestamptz not null,
  revoked_at timestamptz,
  revoked_by text,
  revoked_reason text,
  request_id uuid not null,
  text text not null,
  constraint explanation_answer_pk primary key (ward_id, id)
);
create index explanation_answer_task_ix on work.explanation_answer (ward_id, task_id);

create table work.condition_event (
  ward_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  author_id uuid,
  author_name text not null,
  at timestamptz not null,
  revoked_at timestamptz,
  revoked_by text,
  revoked_reason text,
  occurred_on date not null,
  document_number text not null,
  due_on date,
  file_id uuid,
  constraint condition_event_pk primary key (ward_id, id)
);
create index condition_event_task_ix on work.condition_event (ward_id, task_id);

create table work.waiting_spell (
  ward_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  author_id uuid,
  author_name text not null,
  at timestamptz not null,
  revoked_at timestamptz,
  revoked_by text,
  revoked_reason text,
  waits_for text not null,
  note text,
  started_on date not null,
  ended_on date,
  constraint waiting_spell_pk primary key (ward_id, id)
);
create index waiting_spell_task_ix on work.waiting_spell (ward_id, task_id);

-- A submission, a request and an extension are decided once, also by two people at the same moment.
create unique index product_decision_submission_ux on work.product_decision (ward_id, submission_id) where revoked_at is null;
create unique index extension_decision_request_ux on work.extension_decision (ward_id, request_id) where revoked_at is null;
create unique index task_update_obligation_ux on work.task_update (ward_id, obligation_id) where revoked_at is null;

create table work.holder_segment (
  ward_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  unit_id uuid,
  person_id uuid,
  outside text,
  duty text not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  constraint holder_segment_pk primary key (ward_id, id)
);
create index holder_segment_task_ix on work.holder_segment (ward_id, task_id, started_at);

create table work.delegation (
  ward_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  deputy_person_id uuid not null,
  starts_on date not null,
  ends_on date not null,
  note text,
  constraint delegation_pk primary key (ward_id, id)
);
create index delegation_deputy_ix on work.delegation (ward_id, deputy_person_id, ends_on);

create table work.obligation (
  ward_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  kind text not null constraint obligation_kind_ck check (kind in ('OneOff', 'Recurring', 'MonthlyUpdate', 'ConditionFollowUp')),
  period_from date not null,
  period_to date not null,
  opens_on date not null,
  due_on date not null,
  locks_at timestamptz,
  unit_id uuid,
  fulfilled_by uuid,
  fulfilled_at timestamptz,
  constraint obligation_pk primary key (ward_id, id)
);
create unique index obligation_period_ux on work.obligation (ward_id, task_id, kind, period_from);
create index obligation_open_ix on work.obligation (ward_id, due_on) where fulfilled_by is null;

create table work.task_standing (
  ward_id uuid not null,
  task_id uuid not null,
  state text not null,
  reason text not null,
  since date not null,
  holder_unit_id uuid,
  holder_person_id uuid,
  next_due date,
  next_change_on date,
  constraint task_standing_pk primary key (ward_id, task_id)
);
create index task_standing_state_ix on work.task_standing (ward_id, state, next_due);
create index task_standing_change_ix on work.task_standing (ward_id, next_change_on) where next_change_on is not null;

create table work.standing_snapshot (
  ward_id uuid not null,
  on_date date not null,
  task_id uuid not null,
  state text not null,
  lead_unit_id uuid,
  constraint standing_snapshot_pk primary key (ward_id, on_date, task_id)
);

select kernel.protect_ward_table(name) from unnest(array[
  'work.work_task', 'work.task_part', 'work.task_co_unit', 'work.task_assignment', 'work.task_receipt',
  'work.task_return', 'work.task_step', 'work.task_update', 'work.evidence', 'work.product_submission',
  'work.product_decision', 'work.task_closure', 'work.task_reopening', 'work.extension_request',
  'work.extension_decision', 'work.explanation_request', 'work.explanation_answer', 'work.condition_event',
  'work.waiting_spell', 'work.holder_segment', 'work.delegation', 'work.obligation', 'work.task_standing',
  'work.standing_snapshot'
]::regclass[]) name;

create view work.task_row with (security_invoker = true) as
select task.ward_id, task.id, task.plan_id, task.plan_title, task.ordinal, task.number, task.group_title, task.text, task.lead_unit_id,
  task.leader_person_id, task.responsible_person_id, task.output, task.deadline_text, task.due_now as due, task.starts_on, task.target_ids,
  task.version, standing.state, standing.reason, standing.since, standing.holder_unit_id, standing.holder_person_id, standing.next_due
from work.work_task task left join work.task_standing standing on standing.ward_id = task.ward_id and standing.task_id = task.id;

do $body$ begin
  execute format('grant select on work.task_row to %I', current_setting('namro.application_role'));
end $body$;

alter table work.task_part add constraint task_part_task_fk foreign key (ward_id, task_id)
  references work.work_task (ward_id, id) on delete cascade;
alter table work.task_co_unit add constraint task_co_unit_task_fk foreign key (ward_id, task_id)
  references work.work_task (ward_id, id) on delete cascade;
alter table work.task_assignment add constraint task_assignment_task_fk foreign key (ward_id, task_id)
  references work.work_task (ward_id, id) on delete cascade;
alter table work.task_receipt add constraint task_receipt_task_fk foreign key (ward_id, task_id)
  references work.work_task (ward_id, id) on delete cascade;
alter table work.task_return add constraint task_return_task_fk foreign key (ward_id, task_id)
  references work.work_task (ward_id, id) on delete cascade;
alter table work.task_step add constraint task_step_task_fk foreign key (ward_id, task_id)
  references work.work_task (ward_id, id) on delete cascade;
alter table work.task_update add constraint task_update_task_fk foreign key (ward_id, task_id)
  references work.work_task (ward_id, id) on delete cascade;
alter table work.evidence add constraint evidence_task_fk foreign key (ward_id, task_id)
  references work.work_task (ward_id, id) on delete cascade;
alter table work.product_submission add constraint product_submission_task_fk foreign key (ward_id, task_id)
  references work.work_task (ward_id, id) on delete cascade;
alter table work.product_decision add constraint product_decision_task_fk foreign key (ward_id, task_id)
  references work.work_task (ward_id, id) on delete cascade;
alter table work.task_closure add constraint task_closure_task_fk foreign key (ward_id, task_id)
  references work.work_task (ward_id, id) on delete cascade;
alter table work.task_reopening add constraint task_reopening_task_fk foreign key (ward_id, task_id)
  references work.work_task (ward_id, id) on delete cascade;
alter table work.extension_request add constraint extension_request_task_fk foreign key (ward_id, task_id)
  references work.work_task (ward_id, id) on delete cascade;
alter table work.extension_decision add constraint extension_decision_task_fk foreign key (ward_id, task_id)
  references work.work_task (ward_id, id) on delete cascade;
alter table work.explanation_request add constraint explanation_request_task_fk foreign key (ward_id, task_id)
  references work.work_task (ward_id, id) on delete cascade;
alter table work.explanation_answer add constraint explanation_answer_task_fk foreign key (ward_id, task_id)
  references work.work_task (ward_id, id) on delete cascade;
alter table work.condition_event add constraint condition_event_task_fk foreign key (ward_id, task_id)
  references work.work_task (ward_id, id) on delete cascade;
alter table work.waiting_spell add constraint waiting_spell_task_fk foreign key (ward_id, task_id)
  references work.work_task (ward_id, id) on delete cascade;
alter table work.holder_segment add constraint holder_segment_task_fk foreign key (ward_id, task_id)
  references work.work_task (ward_id, id) on delete cascade;
alter table work.obligation add constraint obligation_task_fk foreign key (ward_id, task_id)
  references work.work_task (ward_id, id) on delete cascade;
alter table work.task_standing add constraint task_standing_task_fk foreign key (ward_id, task_id)
  references work.work_task (ward_id, id) on delete cascade;
alter table work.standing_snapshot add constraint standing_snapshot_task_fk foreign key (ward_id, task_id)
  references work.work_task (ward_id, id) on delete cascade;
alter table work.evidence add constraint evidence_file_fk foreign key (ward_id, file_id) references kernel.stored_file (ward_id, id);
