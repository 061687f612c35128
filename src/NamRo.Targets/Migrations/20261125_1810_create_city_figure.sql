-- Canonical indicators added up over the wards of a city or province, and over the country: small, so that a page of them is one look-up.
-- They are kept by the worker from the wards' figures and can be made anew from them at any time.
create table targets.city_figure (
  province_code text not null,
  indicator_id integer not null,
  rhythm text not null,
  period date not null,
  wards integer not null,
  wards_with_parts integer not null,
  numerator numeric not null,
  denominator numeric not null,
  value_sum numeric not null,
  constraint city_figure_pk primary key (indicator_id, rhythm, period, province_code)
);
create index city_figure_province_ix on targets.city_figure (province_code, rhythm, period);
select kernel.open_global_table('targets.city_figure');

create table targets.nation_figure (
  indicator_id integer not null,
  rhythm text not null,
  period date not null,
  provinces integer not null,
  wards integer not null,
  wards_with_parts integer not null,
  numerator numeric not null,
  denominator numeric not null,
  value_sum numeric not null,
  constraint nation_figure_pk primary key (rhythm, period, indicator_id)
);
select kernel.open_global_table('targets.nation_figure');

-- A share is the share of all cases where every ward gave its cases, else the mean of the wards' shares; amounts are added.
create function targets.rolled_value(kind text, wards integer, wards_with_parts integer, numerator numeric, denominator numeric,
  value_sum numeric) returns numeric language sql immutable as $body$
  select case when wards = 0 then null
    when kind = 'Amount' then value_sum
    when wards_with_parts = wards and denominator > 0 then round(100 * numerator / denominator, 2)
    else round(value_sum / wards, 2) end
$body$;

create view targets.city_figure_row with (security_invoker = true) as
select figure.province_code, figure.indicator_id, indicator.code as indicator_code, indicator.name as indicator_name,
  indicator.measure_unit, figure.rhythm, figure.period, figure.wards, figure.numerator, figure.denominator,
  targets.rolled_value(indicator.kind, figure.wards, figure.wards_with_parts, figure.numerator, figure.denominator, figure.value_sum) as value
from targets.city_figure figure join targets.indicator indicator on indicator.id = figure.indicator_id;

create view targets.nation_figure_row with (security_invoker = true) as
select figure.indicator_id, indicator.code as indicator_code, indicator.name as indicator_name, indicator.measure_unit, figure.rhythm,
  figure.period, figure.provinces, figure.wards, figure.numerator, figure.denominator,
  targets.rolled_value(indicator.kind, figure.wards, figure.wards_with_parts, figure.numerator, figure.denominator, figure.value_sum) as value
from targets.nation_figure figure join targets.indicator indicator on indicator.id = figure.indicator_id;

do $body$ begin
  execute format('grant select on targets.city_figure_row, targets.nation_figure_row to %I', current_setting('namro.application_role'));
end $body$;
