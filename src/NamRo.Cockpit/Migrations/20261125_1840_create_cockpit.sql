create schema cockpit;
select kernel.open_schema('cockpit');

-- How a ward weighs the criteria of its units; each change is a new row, the newest in force counts.
create table cockpit.weight_set (
  ward_id uuid not null,
  id uuid not null,
  effective_from date not null,
  on_time integer not null,
  updates integer not null,
  targets integer not null,
  coverage integer not null,
  basis text not null constraint weight_set_basis_ck check (char_length(basis) between 1 and 500),
  made_by_name text not null,
  made_at timestamptz not null,
  constraint weight_set_pk primary key (ward_id, id),
  constraint weight_set_sum_ck check (on_time + updates + targets + coverage = 100
    and least(on_time, updates, targets, coverage) >= 0)
);
create index weight_set_effective_ix on cockpit.weight_set (ward_id, effective_from, made_at);

-- What a unit says about its score.
create table cockpit.appeal (
  ward_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  month date not null,
  text text not null constraint appeal_text_ck check (char_length(text) between 1 and 2000),
  made_by_name text not null,
  made_at timestamptz not null,
  constraint appeal_pk primary key (ward_id, id)
);
create index appeal_unit_ix on cockpit.appeal (ward_id, unit_id, made_at);

select kernel.protect_ward_table('cockpit.weight_set');
select kernel.protect_ward_table('cockpit.appeal');
