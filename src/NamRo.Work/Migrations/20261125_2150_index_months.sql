-- What is due in a month or a week is found by its day. The month is a column: row-level security lets an index serve a comparison of
-- columns, not one of an expression.
alter table work.obligation add column due_month date not null
  generated always as (make_date(extract(year from due_on)::int, extract(month from due_on)::int, 1)) stored;
create index obligation_due_ix on work.obligation (ward_id, due_on);
create index obligation_month_ix on work.obligation (ward_id, due_month) where kind in ('MonthlyUpdate', 'Recurring');
-- Whose steps, and the groups to choose from.
create index task_step_assignee_ix on work.task_step (ward_id, assignee_person_id) where revoked_at is null;
create index work_task_group_ix on work.work_task (ward_id, group_title);

-- Each obligation has its task; the outer join lets a count leave the task unread.
create or replace view work.obligation_row with (security_invoker = true) as
select obligation.ward_id, obligation.id, obligation.task_id, task.text as task_text, task.plan_id, obligation.kind, obligation.period_from,
  obligation.period_to, obligation.opens_on, obligation.due_on, obligation.locks_at, coalesce(obligation.unit_id, task.lead_unit_id) as unit_id,
  task.responsible_person_id, standing.state as task_state, obligation.fulfilled_by is not null as is_fulfilled,
  (obligation.fulfilled_at at time zone 'Asia/Ho_Chi_Minh')::date as fulfilled_on
from work.obligation obligation
left join work.work_task task on task.ward_id = obligation.ward_id and task.id = obligation.task_id
left join work.task_standing standing on standing.ward_id = obligation.ward_id and standing.task_id = obligation.task_id;

-- The month's row is made of that month's obligations before its task is looked up.
create or replace view work.task_month_row with (security_invoker = true) as
select owed.ward_id, owed.id, owed.task_id, task.text as task_text, task.lead_unit_id, owed.month, owed.due_on, owed.is_updated,
  task.leader_person_id
from (
  select ward_id, (array_agg(id order by due_on, id))[1] as id, task_id, due_month as month, max(due_on) as due_on,
    bool_or(fulfilled_by is not null) as is_updated
  from work.obligation where kind in ('MonthlyUpdate', 'Recurring') group by ward_id, task_id, due_month) owed
join work.work_task task on task.ward_id = owed.ward_id and task.id = owed.task_id;
