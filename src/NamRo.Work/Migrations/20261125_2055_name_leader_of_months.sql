-- The leader in charge, so that the months of updates can be counted by leader too.
create or replace view work.task_month_row with (security_invoker = true) as
select obligation.ward_id, (array_agg(obligation.id order by obligation.due_on, obligation.id))[1] as id, obligation.task_id,
  task.text as task_text, task.lead_unit_id,
  make_date(extract(year from obligation.due_on)::int, extract(month from obligation.due_on)::int, 1) as month,
  max(obligation.due_on) as due_on, bool_or(obligation.fulfilled_by is not null) as is_updated, task.leader_person_id
from work.obligation obligation
join work.work_task task on task.ward_id = obligation.ward_id and task.id = obligation.task_id
where obligation.kind in ('MonthlyUpdate', 'Recurring')
group by obligation.ward_id, obligation.task_id, task.text, task.lead_unit_id, task.leader_person_id,
  make_date(extract(year from obligation.due_on)::int, extract(month from obligation.due_on)::int, 1);
