-- What waits for a decision, looking each entry's decision up by its key. As a join the planner, which expects one row of a ward, may
-- compare every entry with every decision of the ward.
create or replace view work.decision_row with (security_invoker = true) as
select request.ward_id, request.id, request.task_id, task.text as task_text, task.lead_unit_id, 'Extension'::text as kind, request.at,
  request.author_name, request.due_before, request.new_due, request.reason
from work.extension_request request
join work.work_task task on task.ward_id = request.ward_id and task.id = request.task_id
left join lateral (
  select decision.id from work.extension_decision decision
  where decision.ward_id = request.ward_id and decision.request_id = request.id and decision.revoked_at is null limit 1) done on true
where request.revoked_at is null and done.id is null
union all
select submission.ward_id, submission.id, submission.task_id, task.text, task.lead_unit_id, 'Product'::text, submission.at,
  submission.author_name, null::date, null::date, submission.note
from work.product_submission submission
join work.work_task task on task.ward_id = submission.ward_id and task.id = submission.task_id
left join lateral (
  select decision.id from work.product_decision decision
  where decision.ward_id = submission.ward_id and decision.submission_id = submission.id and decision.revoked_at is null limit 1) done on true
where submission.revoked_at is null and done.id is null;
