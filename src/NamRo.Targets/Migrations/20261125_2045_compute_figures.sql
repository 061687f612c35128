-- The measure that computes the figures of a series; null: people enter them.
alter table targets.series add column measure_code text;

create or replace view targets.target_row with (security_invoker = true) as
select target.ward_id, target.id, target.plan_id, target.plan_title, target.ordinal, target.text, target.text_key, target.section,
  target.comparator, target.value, target.upper_value, coalesce(target.measure_unit, series.measure_unit) as measure_unit,
  target.baseline, target.baseline_text, target.starts_on, target.span_from, target.due_on, target.ended_on,
  target.source_page, target.source_from, target.source_to, target.quote, target.is_matched,
  series.id as series_id, series.lead_unit_id, series.indicator_id, series.kind, series.direction, series.rhythm, series.is_cumulative,
  series.may_aggregate,
  coalesce(standing.standing, 'NoData') as standing, coalesce(standing.reason, '') as reason, standing.as_of, standing.current_value,
  standing.current_period, coalesce(standing.is_verified, false) as is_verified, standing.forecast, standing.forecast_low,
  standing.forecast_high, series.measure_code
from targets.target target
join targets.series series on series.ward_id = target.ward_id and series.id = target.series_id
left join targets.target_standing standing on standing.ward_id = target.ward_id and standing.target_id = target.id;
