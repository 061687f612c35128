-- What the city has assigned to the ward, and the ward's task that answers it.
create table plans.city_assignment (
  ward_id uuid not null,
  id uuid not null,
  key text not null,
  code text,
  document_number text,
  text text not null,
  lead_unit_text text,
  deadline_text text,
  task_id uuid not null,
  is_new_task boolean not null,
  reasons text[] not null,
  decided_by text not null,
  decided_at timestamptz not null,
  constraint city_assignment_pk primary key (ward_id, id),
  constraint city_assignment_key_uq unique (ward_id, key)
);
create index city_assignment_task_ix on plans.city_assignment (ward_id, task_id);
select kernel.protect_ward_table('plans.city_assignment');
