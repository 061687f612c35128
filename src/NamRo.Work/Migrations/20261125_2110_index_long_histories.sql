-- What a list, a task's page or a night asks of a task is one row of its history, however long that is.
create index obligation_answered_ix on work.obligation (ward_id, task_id, kind, due_on) where fulfilled_by is not null;
create index obligation_owed_ix on work.obligation (ward_id, task_id) where fulfilled_by is null;
create index task_update_last_ix on work.task_update (ward_id, task_id, at, id) where revoked_at is null;
create index standing_snapshot_task_ix on work.standing_snapshot (ward_id, task_id, on_date);
create index holder_segment_running_ix on work.holder_segment (ward_id, task_id) where ended_at is null;
