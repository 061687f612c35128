-- Whom a task's standing was brought before, each occasion once.
create table work.task_warning (
  ward_id uuid not null,
  task_id uuid not null,
  occasion text not null,
  person_id uuid not null,
  kind text not null constraint task_warning_kind_ck check (kind in ('Soon', 'Late', 'Unclear')),
  level text not null constraint task_warning_level_ck check (level in ('Officer', 'UnitHead', 'Leader')),
  reason text not null,
  warned_on date not null,
  acknowledged_at timestamptz,
  constraint task_warning_pk primary key (ward_id, task_id, occasion, person_id)
);
create index task_warning_person_ix on work.task_warning (ward_id, person_id, warned_on desc, task_id);

create table work.weekly_note (
  ward_id uuid not null,
  id uuid not null,
  week_from date not null,
  person_id uuid not null,
  late_count integer not null,
  soon_count integer not null,
  unclear_count integer not null,
  owed_count integer not null,
  updated_count integer not null,
  lines text not null,
  written_at timestamptz not null,
  acknowledged_at timestamptz,
  constraint weekly_note_pk primary key (ward_id, id)
);
create unique index weekly_note_week_ux on work.weekly_note (ward_id, week_from, person_id);

select kernel.protect_ward_table(name) from unnest(array['work.task_warning', 'work.weekly_note']::regclass[]) name;

alter table work.task_warning add constraint task_warning_task_fk foreign key (ward_id, task_id)
  references work.work_task (ward_id, id) on delete cascade;
