-- The unit that the plan names, apart from the unit that the ward lets enter the figures: an amendment changes the latter only when the
-- plan's own word changes.
alter table targets.target add column promised_unit_id uuid;
update targets.target target set promised_unit_id = series.lead_unit_id
from targets.series series where series.ward_id = target.ward_id and series.id = target.series_id;

alter table targets.target_revision add column lead_unit_id uuid;
