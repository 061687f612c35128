-- The order of every list of tasks: what is due first stands first, what is not due stands last.
create index task_standing_due_ix on work.task_standing (ward_id, coalesce(next_due, 'infinity'::date), task_id);
