create or replace view targets.measurement_row with (security_invoker = true) as
select measurement.ward_id, measurement.series_id, series.indicator_id, series.rhythm, measurement.period, measurement.number,
  measurement.numerator, measurement.denominator, measurement.value, measurement.entry_id, entry.source, entry.made_at, entry.made_by_name,
  entry.is_synthetic, measurement.verification_id is not null as is_verified, series.lead_unit_id, entry.evidence_ids
from targets.measurement measurement
join targets.series series on series.ward_id = measurement.ward_id and series.id = measurement.series_id
join targets.entry entry on entry.ward_id = measurement.ward_id and entry.id = measurement.entry_id;
