-- What is due, with its task; the months in which a task owes an update; what waits for a decision; who has the ball.
create view work.obligation_row with (security_invoker = true) as
select obligation.ward_id, obligation.id, obligation.task_id, task.text as task_text, task.plan_id, obligation.kind, obligation.period_from,
  obligation.period_to, obligation.opens_on, obligation.due_on, obligation.locks_at, coalesce(obligation.unit_id, task.lead_unit_id) as unit_id,
  task.responsible_person_id, standing.state as task_state, obligation.fulfilled_by is not null as is_fulfilled,
  (obligation.fulfilled_at at time zone 'Asia/Ho_Chi_Minh')::date as fulfilled_on
from work.obligation obligation
join work.work_task task on task.ward_id = obligation.ward_id and task.id = obligation.task_id
left join work.task_standing standing on standing.ward_id = obligation.ward_id and standing.task_id = obligation.task_id;

create view work.task_month_row with (security_invoker = true) as
select obligation.ward_id, (array_agg(obligation.id order by obligation.due_on, obligation.id))[1] as id, obligation.task_id,
  task.text as task_text, task.lead_unit_id,
  make_date(extract(year from obligation.due_on)::int, extract(month from obligation.due_on)::int, 1) as month,
  max(obligation.due_on) as due_on, bool_or(obligation.fulfilled_by is not null) as is_updated
from work.obligation obligation
join work.work_task task on task.ward_id = obligation.ward_id and task.id = obligation.task_id
where obligation.kind in ('MonthlyUpdate', 'Recurring')
group by obligation.ward_id, obligation.task_id, task.text, task.lead_unit_id,
  make_date(extract(year from obligation.due_on)::int, extract(month from obligation.due_on)::int, 1);

create view work.decision_row with (security_invoker = true) as
select request.ward_id, request.id, request.task_id, task.text as task_text, task.lead_unit_id, 'Extension' as kind, request.at,
  request.author_name, request.due_before, request.new_due, request.reason
from work.extension_request request
join work.work_task task on task.ward_id = request.ward_id and task.id = request.task_id
where request.revoked_at is null and not exists (
  select from work.extension_decision decision
  where decision.ward_id = request.ward_id and decision.request_id = request.id and decision.revoked_at is null)
union all
select submission.ward_id, submission.id, submission.task_id, task.text, task.lead_unit_id, 'Product', submission.at, submission.author_name,
  null, null, submission.note
from work.product_submission submission
join work.work_task task on task.ward_id = submission.ward_id and task.id = submission.task_id
where submission.revoked_at is null and not exists (
  select from work.product_decision decision
  where decision.ward_id = submission.ward_id and decision.submission_id = submission.id and decision.revoked_at is null);

create view work.holder_row with (security_invoker = true) as
select ward_id, task_id, unit_id, person_id, outside, (started_at at time zone 'Asia/Ho_Chi_Minh')::date as since
from work.holder_segment where ended_at is null;

do $body$ begin
  execute format('grant select on work.obligation_row, work.task_month_row, work.decision_row, work.holder_row to %I',
    current_setting('namro.application_role'));
end $body$;
