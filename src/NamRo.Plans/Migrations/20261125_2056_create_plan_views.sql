-- Plans and their rows as things that can be counted.
create view plans.document_row with (security_invoker = true) as
select plan.ward_id, plan.id, case when plan.subject is null then plan.file_name else concat_ws(' ', plan.kind, plan.number, plan.subject) end as title, plan.state, plan.issued_on,
  (plan.uploaded_at at time zone 'Asia/Ho_Chi_Minh')::date as uploaded_on,
  (select (max(publication.published_at) at time zone 'Asia/Ho_Chi_Minh')::date from plans.plan_publication publication
    where publication.ward_id = plan.ward_id and publication.plan_id = plan.id and publication.withdrawn_at is null) as published_on
from plans.plan_document plan;

create view plans.content_row with (security_invoker = true) as
select line.ward_id, line.id, line.plan_id, line.kind, line.state, line.is_doubtful, line.is_narrative,
  line.content ->> 'Text' as text, (line.content ->> 'LeadUnitId')::uuid as lead_unit_id,
  (line.decided_at at time zone 'Asia/Ho_Chi_Minh')::date as decided_on
from plans.plan_row line where line.state <> 'Replaced';

do $body$ begin
  execute format('grant select on plans.document_row, plans.content_row to %I', current_setting('namro.application_role'));
end $body$;
