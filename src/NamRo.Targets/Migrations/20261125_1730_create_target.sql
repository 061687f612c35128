create schema targets;
select kernel.open_schema('targets');

-- The catalogue of canonical indicators, one for all wards.
create table targets.indicator (
  id integer not null constraint indicator_pk primary key,
  code text not null constraint indicator_code_ux unique,
  name text not null,
  definition text not null,
  formula text not null,
  kind text not null constraint indicator_kind_ck check (kind in ('Share', 'Amount', 'YesNo')),
  measure_unit text not null,
  direction text not null constraint indicator_direction_ck check (direction in ('Up', 'Down', 'Within')),
  rhythm text not null,
  may_aggregate boolean not null,
  words text[] not null,
  basis text not null
);
select kernel.open_global_table('targets.indicator');

-- A ward's figures for one indicator; several targets may stand on it. Its key is short because every measurement carries it.
create table targets.series (
  ward_id uuid not null,
  id integer not null,
  indicator_id integer,
  name text not null,
  kind text not null constraint series_kind_ck check (kind in ('Share', 'Amount', 'YesNo')),
  measure_unit text not null,
  direction text not null constraint series_direction_ck check (direction in ('Up', 'Down', 'Within')),
  rhythm text not null,
  is_cumulative boolean not null,
  may_aggregate boolean not null,
  method text,
  whole_id integer,
  lead_unit_id uuid,
  starts_on date not null,
  ended_on date,
  version integer not null,
  constraint series_pk primary key (ward_id, id)
);
create unique index series_indicator_ux on targets.series (ward_id, indicator_id) where indicator_id is not null;
create index series_unit_ix on targets.series (ward_id, lead_unit_id);

create table targets.target (
  ward_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  plan_title text not null,
  ordinal integer not null,
  text text not null,
  text_key text not null,
  section text,
  comparator text not null,
  value numeric,
  upper_value numeric,
  measure_unit text,
  baseline numeric,
  baseline_text text,
  baseline_year integer,
  period_from text,
  period_to text,
  starts_on date not null,
  span_from date not null,
  due_on date not null,
  source_page integer not null,
  source_from integer not null,
  source_to integer not null,
  quote text not null,
  series_id integer not null,
  is_matched boolean not null,
  matched_by_name text,
  matched_at timestamptz,
  ended_on date,
  end_reason text,
  version integer not null,
  constraint target_pk primary key (ward_id, id)
);
create index target_plan_ix on targets.target (ward_id, plan_id, ordinal);
create index target_series_ix on targets.target (ward_id, series_id);

create table targets.milestone (
  ward_id uuid not null,
  target_id uuid not null,
  due_on date not null,
  value numeric not null,
  constraint milestone_pk primary key (ward_id, target_id, due_on)
);

-- What a target promised before it was revised.
create table targets.target_revision (
  ward_id uuid not null,
  target_id uuid not null,
  number integer not null,
  text text not null,
  comparator text not null,
  value numeric,
  upper_value numeric,
  measure_unit text,
  due_on date not null,
  decision text not null,
  decided_on date not null,
  made_by_name text not null,
  made_at timestamptz not null,
  constraint target_revision_pk primary key (ward_id, target_id, number)
);

-- Derived from targets and measurements, kept for lists and dashboards; made anew when either or the day changes.
create table targets.target_standing (
  ward_id uuid not null,
  target_id uuid not null,
  as_of date not null,
  standing text not null,
  reason text not null,
  current_value numeric,
  current_period date,
  is_verified boolean not null,
  forecast numeric,
  forecast_low numeric,
  forecast_high numeric,
  constraint target_standing_pk primary key (ward_id, target_id)
);
create index target_standing_ix on targets.target_standing (ward_id, standing);

-- One act of entering, importing or computing: who, when, from where, with what evidence.
create table targets.entry (
  ward_id uuid not null,
  id uuid not null,
  source text not null constraint entry_source_ck check (source in ('Entered', 'Imported', 'Computed')),
  origin text,
  note text,
  made_by uuid,
  made_by_name text not null,
  made_at timestamptz not null,
  evidence_ids uuid[] not null,
  is_synthetic boolean not null,
  constraint entry_pk primary key (ward_id, id)
);

create table targets.verification (
  ward_id uuid not null,
  id uuid not null,
  verified_by uuid,
  verified_by_name text not null,
  verified_at timestamptz not null,
  constraint verification_pk primary key (ward_id, id)
);

-- The current figure of a series in a period. 60 million rows are expected: columns stand in the order that wastes no padding.
create table targets.measurement (
  ward_id uuid not null,
  entry_id uuid not null,
  verification_id uuid,
  series_id integer not null,
  period date not null,
  number smallint not null,
  numerator numeric,
  denominator numeric,
  value numeric,
  constraint measurement_pk primary key (ward_id, series_id, period)
);
create index measurement_unverified_ix on targets.measurement (ward_id, period, series_id) where verification_id is null;

create table targets.former_measurement (
  ward_id uuid not null,
  series_id integer not null,
  period date not null,
  number smallint not null,
  entry_id uuid not null,
  verification_id uuid,
  numerator numeric,
  denominator numeric,
  value numeric,
  reason text not null,
  replaced_by_name text not null,
  replaced_at timestamptz not null,
  constraint former_measurement_pk primary key (ward_id, series_id, period, number)
);

create table targets.period_closure (
  ward_id uuid not null,
  id uuid not null,
  rhythm text not null,
  period date not null,
  closed_by_name text not null,
  closed_at timestamptz not null,
  reopened_by_name text,
  reopened_at timestamptz,
  reopening_reason text,
  constraint period_closure_pk primary key (ward_id, id)
);
create unique index period_closure_open_ux on targets.period_closure (ward_id, rhythm, period) where reopened_at is null;

select kernel.protect_ward_table(name) from unnest(array['targets.series', 'targets.target', 'targets.milestone', 'targets.target_revision',
  'targets.target_standing', 'targets.entry', 'targets.verification', 'targets.measurement', 'targets.former_measurement',
  'targets.period_closure']::regclass[]) name;

create view targets.target_row with (security_invoker = true) as
select target.ward_id, target.id, target.plan_id, target.plan_title, target.ordinal, target.text, target.text_key, target.section,
  target.comparator, target.value, target.upper_value, coalesce(target.measure_unit, series.measure_unit) as measure_unit,
  target.baseline, target.baseline_text, target.starts_on, target.span_from, target.due_on, target.ended_on,
  target.source_page, target.source_from, target.source_to, target.quote, target.is_matched,
  series.id as series_id, series.lead_unit_id, series.indicator_id, series.kind, series.direction, series.rhythm, series.is_cumulative,
  series.may_aggregate,
  coalesce(standing.standing, 'NoData') as standing, coalesce(standing.reason, '') as reason, standing.as_of, standing.current_value,
  standing.current_period, coalesce(standing.is_verified, false) as is_verified, standing.forecast, standing.forecast_low,
  standing.forecast_high
from targets.target target
join targets.series series on series.ward_id = target.ward_id and series.id = target.series_id
left join targets.target_standing standing on standing.ward_id = target.ward_id and standing.target_id = target.id;

create view targets.measurement_row with (security_invoker = true) as
select measurement.ward_id, measurement.series_id, series.indicator_id, series.rhythm, measurement.period, measurement.number,
  measurement.numerator, measurement.denominator, measurement.value, measurement.entry_id, entry.source, entry.made_at, entry.made_by_name,
  entry.is_synthetic, measurement.verification_id is not null as is_verified, series.lead_unit_id
from targets.measurement measurement
join targets.series series on series.ward_id = measurement.ward_id and series.id = measurement.series_id
join targets.entry entry on entry.ward_id = measurement.ward_id and entry.id = measurement.entry_id;

do $body$ begin
  execute format('grant select on targets.target_row, targets.measurement_row to %I', current_setting('namro.application_role'));
end $body$;

alter table targets.target add constraint target_series_fk foreign key (ward_id, series_id) references targets.series (ward_id, id);
alter table targets.milestone add constraint milestone_target_fk foreign key (ward_id, target_id)
  references targets.target (ward_id, id) on delete cascade;
alter table targets.target_revision add constraint target_revision_target_fk foreign key (ward_id, target_id)
  references targets.target (ward_id, id) on delete cascade;
alter table targets.target_standing add constraint target_standing_target_fk foreign key (ward_id, target_id)
  references targets.target (ward_id, id) on delete cascade;
alter table targets.measurement add constraint measurement_series_fk foreign key (ward_id, series_id) references targets.series (ward_id, id);
alter table targets.measurement add constraint measurement_entry_fk foreign key (ward_id, entry_id) references targets.entry (ward_id, id);
alter table targets.former_measurement add constraint former_measurement_series_fk foreign key (ward_id, series_id)
  references targets.series (ward_id, id);
