-- A city's work over five years, as the product would have written it up to the evening of the day bench.today. Invented figures.
-- Settings: bench.wards, bench.first (tasks of the first ward), bench.others (tasks of each other ward), bench.today, bench.hash (a password's).
-- Standings are not written: the product's own night works them out.
set session_replication_role = replica;
set work_mem = '256MB';
set maintenance_work_mem = '512MB';

create function pg_temp.key(at timestamptz, salt text) returns uuid language sql immutable as $$
  select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || left(md5(salt), 3) || '8' || substr(md5(salt), 4, 15))::uuid
$$;
create function pg_temp.share(salt text) returns integer language sql immutable as $$ select (hashtext(salt) & 2147483647) % 100 $$;
create function pg_temp.field(value text) returns bytea language sql immutable as $$
  select case when value is null then int4send(-1) else int4send(octet_length(convert_to(value, 'UTF8'))) || convert_to(value, 'UTF8') end
$$;
create function pg_temp.link(previous bytea, fields bytea) returns bytea language sql immutable as $$ select sha256(previous || fields) $$;
create aggregate pg_temp.chain (bytea) (sfunc = pg_temp.link, stype = bytea,
  initcond = '\x0000000000000000000000000000000000000000000000000000000000000000');

-- The wards, their units, people and accounts; ward 0 is the big one.
create temporary table town as
select md5('ward' || code)::uuid as ward_id, code, full_name, kind as ward_kind, n,
  case n when 0 then current_setting('bench.first')::int else current_setting('bench.others')::int end as tasks
from (select *, row_number() over (order by code <> '11311', code) - 1 as n from administration.commune where province_code = '31') commune
where n < current_setting('bench.wards')::int;
insert into administration.ward (id, code, name, kind, created_at) select ward_id, code, full_name, ward_kind, '2021-07-01' from town;

create temporary table unit as
select ward_id, n as ward_n, u, md5(code || 'unit' || u)::uuid as id from town cross join generate_series(0, 11) u;
insert into administration.org_unit (ward_id, id, name, name_key, short_name, kind, valid_from, version)
select ward_id, id, case u when 0 then 'Lãnh đạo UBND' else 'Đơn vị số ' || u end, case u when 0 then 'lanh dao ubnd' else 'don vi so ' || u end,
  case u when 0 then 'Lãnh đạo' else 'ĐV ' || u end, case u when 0 then 'Leadership' else 'Division' end, '2021-07-01', 1 from unit;

create temporary table official as
select unit.ward_id, p, unit.u, unit.id as unit_id, p < 12 as is_head, md5(unit.ward_id || 'person' || p)::uuid as id,
  md5(unit.ward_id || 'account' || p)::uuid as account_id, 'do-' || unit.ward_n || '-' || p as user_name,
  (array['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ'])[1 + p % 6] || ' Thị Đo ' || p as name
from unit join generate_series(0, 59) p on p % 12 = unit.u;
insert into administration.account (id, user_name, normalized_user_name, email_confirmed, password_hash, security_stamp, phone_number_confirmed,
  two_factor_enabled, lockout_enabled, access_failed_count, display_name, must_change_password)
select account_id, user_name, upper(user_name), false, current_setting('bench.hash'), 'x', false, false, true, 0, name, false from official;
insert into administration.person (ward_id, id, account_id, full_name, name_key)
select ward_id, id, account_id, name, lpad(p::text, 3, '0') from official;
insert into administration.appointment (ward_id, id, person_id, unit_id, title, is_head, valid_from)
select ward_id, id, id, unit_id, case when is_head then 'Trưởng phòng' else 'Chuyên viên' end, is_head, '2021-07-01' from official;
insert into administration.role_assignment (ward_id, id, account_id, role_code, unit_id, valid_from)
select ward_id, id, account_id, case when u = 0 then 'leader' when p = 13 then 'secretariat' when is_head then 'unit_head' else 'officer' end,
  unit_id, '2021-07-01' from official;

-- Working days, as NamRo.Schedule counts them.
create temporary table calendar as
select day, coalesce(declared.is_working, extract(isodow from day) < 6) as is_working
from (select generate_series(date '2021-01-01', date '2028-12-31', '1 day')::date as day) days
left join kernel.calendar_day declared on declared.date = day;
create temporary table working as
select day, row_number() over (order by day) as n from calendar where is_working;
create unique index on working (day);
create unique index on working (n);
create temporary table shift as
select day, (select min(w.day) from working w where w.day >= calendar.day) as on_or_after,
  (select max(w.day) from working w where w.day <= calendar.day) as on_or_before from calendar where day < '2028-12-01';
create unique index on shift (day);
create temporary table month as
select first, last, opens.on_or_after as opens, due.on_or_after as due, (locks.day + time '17:00') at time zone 'Asia/Ho_Chi_Minh' as locks,
  'Tháng ' || extract(month from first) || '/' || extract(year from first) as title
from (select first::date, (first + interval '1 month - 1 day')::date as last from generate_series(date '2021-10-01', date '2026-12-01', '1 month') first) months
join shift opens on opens.day = first + 14 join shift due on due.day = first + 24
join working at_due on at_due.day = due.on_or_after join working locks on locks.n = at_due.n + 3;

-- Tasks: begun in each of the last sixty months; a fifth of those older than a year are closed.
create temporary table draft as
select town.ward_id, town.n as ward_n, k, born, starts_on, opened_at, pg_temp.key(opened_at, ward_id || 'task' || k) as id,
  (date_trunc('year', starts_on))::date as year, kind, is_closed, unit.id as lead_unit_id, unit.u,
  case when is_closed then (starts_on + interval '11 months 20 days')::date end as closed_on,
  case kind when 'Date' then case
    when is_closed then (starts_on + interval '11 months 24 days')::date
    when pg_temp.share(ward_id || 'late' || k) < 15 then current_setting('bench.today')::date - 1 - k % 60
    else current_setting('bench.today')::date + 1 + (k * 13) % 500 end end as due
from (select town.*, k, (k * 37) % 60 as born from town cross join lateral generate_series(0, tasks - 1) k) town
cross join lateral (select (date_trunc('month', current_setting('bench.today')::date) - make_interval(months => born))::date as starts_on) began
cross join lateral (select (starts_on + time '08:00') at time zone 'Asia/Ho_Chi_Minh' as opened_at,
  case when k % 20 < 8 then 'Continuous' when k % 20 < 16 then 'Date' when k % 20 < 19 then 'Recurring' else 'Conditional' end as kind,
  born > 11 and pg_temp.share(ward_id || 'open' || k) >= 75 as is_closed) nature
join unit using (ward_id) where unit.u = 1 + k % 11;
create temporary table task as
select draft.*, officer.id as person_id, officer.account_id, officer.name as person_name, head.id as head_id, head.account_id as head_account,
  head.name as head_name, leader.id as leader_id, leader.account_id as leader_account, leader.name as leader_name,
  'Nhiệm vụ đo số ' || k || ': rà soát, cập nhật và số hóa hồ sơ, kết quả giải quyết thủ tục hành chính; hướng dẫn người dân sử dụng dịch vụ công trực tuyến, '
    || 'tuyên truyền chuyển đổi số tới từng tổ dân phố, báo cáo kết quả theo kế hoạch của phường' as text
from draft
join official officer on officer.ward_id = draft.ward_id and officer.u = draft.u and officer.p = draft.u + 12 * (1 + (draft.k / 11) % 4)
join official head on head.ward_id = draft.ward_id and head.p = draft.u
join official leader on leader.ward_id = draft.ward_id and leader.p = 12 * (draft.k % 5);
create unique index on task (ward_id, id);
analyze task;

insert into work.work_task (ward_id, id, plan_id, plan_title, ordinal, number, group_title, text, text_key, lead_unit_id, leader_person_id,
  responsible_person_id, output, deadline_text, deadline_kind, due, every, condition, due_now, starts_on, target_ids, source_page, source_from,
  source_to, quote, opened_at, version)
select ward_id, id, md5(ward_id || 'plan' || year)::uuid, 'Kế hoạch chuyển đổi số năm ' || extract(year from year), k, 'II.' || k,
  'Nhóm nhiệm vụ ' || (1 + k % 9), text, lower(unaccent(text)), lead_unit_id, leader_id, person_id, 'Báo cáo kết quả', null, kind, due,
  case kind when 'Recurring' then 'Quarter' else 'None' end, case kind when 'Conditional' then 'sau khi có hướng dẫn của thành phố' end, due,
  starts_on, '{}', 1 + k % 30, 0, 200, text, opened_at, 20 from task;
insert into work.task_co_unit (ward_id, task_id, unit_id)
select task.ward_id, task.id, unit.id from task join unit on unit.ward_id = task.ward_id and unit.u in (1 + (task.k + 3) % 11, 1 + (task.k + 5) % 11)
where task.k % 5 < 2;
insert into work.task_part (ward_id, task_id, ordinal, number, text)
select ward_id, id, part, part::text, 'Phần việc ' || part || ' của nhiệm vụ' from task cross join generate_series(1, 3) part where k % 10 = 0;

-- What was said and done.
insert into work.task_assignment (ward_id, id, task_id, author_id, author_name, at, lead_unit_id, responsible_person_id, leader_person_id)
select ward_id, pg_temp.key(opened_at + interval '1 hour', 'assign' || id), id, leader_account, leader_name, opened_at + interval '1 hour',
  lead_unit_id, person_id, leader_id from task;
insert into work.task_receipt (ward_id, id, task_id, author_id, author_name, at, unit_id)
select ward_id, pg_temp.key(opened_at + interval '2 hours', 'receive' || id), id, account_id, person_name, opened_at + interval '2 hours', lead_unit_id
from task;
insert into work.task_step (ward_id, id, task_id, author_id, author_name, at, text, assignee_person_id, due_on, done_at, done_by)
select ward_id, pg_temp.key(opened_at + make_interval(hours => 2 + step), 'step' || step || id), id, head_account, head_name,
  opened_at + make_interval(hours => 2 + step), 'Bước ' || step, person_id, starts_on + 30 * step,
  case when is_closed or step < 2 then opened_at + make_interval(days => 30 * step) end, case when is_closed or step < 2 then person_name end
from task cross join generate_series(1, 3) step where k % 5 = 0;

create temporary table report as
select task.ward_id, task.id as task_id, task.account_id, task.person_name, task.lead_unit_id, duty.*, task.text,
  (duty.opens + time '08:00' + make_interval(mins => 7 * task.k % 3000)) at time zone 'Asia/Ho_Chi_Minh' as at,
  duty.due < current_setting('bench.today')::date and pg_temp.share(task.id || duty.kind || duty.period_from) >= 4 as is_answered
from task cross join lateral (
  select 'MonthlyUpdate' as kind, first as period_from, last as period_to, opens, due, locks, title from month
  where task.kind <> 'Conditional' and first >= task.starts_on and due <= coalesce(task.closed_on, current_setting('bench.today')::date)
  union all
  select 'Recurring', first, last, greatest(first, last - 14), last_day.on_or_before, (last + time '17:00') at time zone 'Asia/Ho_Chi_Minh',
    'Quý ' || (array['I', 'II', 'III', 'IV'])[extract(quarter from first)::int] || '/' || extract(year from first)
  from (select first::date, (first + interval '3 months - 1 day')::date as last
        from generate_series(date '2021-10-01', date '2026-07-01', '3 months') first) quarter
  join shift last_day on last_day.day = last
  where task.kind = 'Recurring' and first >= task.starts_on and last <= coalesce(task.closed_on, current_setting('bench.today')::date)
  union all
  select 'ConditionFollowUp', asked - 30, asked - 1, opens.on_or_after, due.day, null, 'Hỏi lại ngày ' || to_char(opens.on_or_after, 'FMDD/FMMM/YYYY')
  from (select (task.starts_on + 30 * n) as asked from generate_series(1, 62) n) question
  join shift opens on opens.day = asked join working at_opening on at_opening.day = opens.on_or_after join working due on due.n = at_opening.n + 3
  where task.kind = 'Conditional' and due.day <= coalesce(task.closed_on, current_setting('bench.today')::date)) duty;

insert into work.obligation (ward_id, id, task_id, kind, period_from, period_to, opens_on, due_on, locks_at, unit_id, fulfilled_by, fulfilled_at, title)
select ward_id, pg_temp.key(opens, kind || period_from || task_id), task_id, kind, period_from, period_to, opens, due, locks, lead_unit_id,
  case when is_answered then pg_temp.key(at, 'update' || kind || period_from || task_id) end, case when is_answered then at end, title from report;
insert into work.task_update (ward_id, id, task_id, author_id, author_name, at, obligation_id, period_from, period_to, unit_id, result, next_step,
  difficulty, nothing_arose, percent)
select ward_id, pg_temp.key(at, 'update' || kind || period_from || task_id), task_id, account_id, person_name, at,
  pg_temp.key(opens, kind || period_from || task_id), period_from, period_to, lead_unit_id,
  case when kind <> 'ConditionFollowUp' then 'Đã hướng dẫn ' || pg_temp.share(task_id || period_from::text) || ' lượt người dân, số hóa hồ sơ theo kế hoạch' end,
  case when kind <> 'ConditionFollowUp' then 'Tiếp tục thực hiện trong tháng tới' end, null, kind = 'ConditionFollowUp', null
from report where is_answered;
insert into work.evidence (ward_id, id, task_id, author_id, author_name, at, update_id, kind, title, document_number)
select ward_id, pg_temp.key(at, 'evidence' || kind || period_from || task_id), task_id, account_id, person_name, at,
  pg_temp.key(at, 'update' || kind || period_from || task_id), 'Document', 'Báo cáo kết quả ' || title, '12/BC-UBND'
from report where is_answered and pg_temp.share('proof' || task_id || period_from) < 20;

insert into work.obligation (ward_id, id, task_id, kind, period_from, period_to, opens_on, due_on, unit_id, fulfilled_by, fulfilled_at, title)
select ward_id, pg_temp.key(opened_at, 'product' || id), id, 'OneOff', starts_on, greatest(moved.on_or_after, starts_on), starts_on, moved.on_or_after,
  lead_unit_id, case when is_closed then pg_temp.key(closed_on, 'submit' || id) end, case when is_closed then closed_on::timestamptz end, ''
from task join shift moved on moved.day = due where kind = 'Date';
insert into work.product_submission (ward_id, id, task_id, author_id, author_name, at, note)
select ward_id, pg_temp.key(closed_on, 'submit' || id), id, account_id, person_name, closed_on, 'Đã hoàn thành' from task where is_closed;
insert into work.evidence (ward_id, id, task_id, author_id, author_name, at, submission_id, kind, title, document_number)
select ward_id, pg_temp.key(closed_on, 'proof' || id), id, account_id, person_name, closed_on, pg_temp.key(closed_on, 'submit' || id), 'Document',
  'Báo cáo kết quả', '45/BC-UBND' from task where is_closed;
insert into work.product_decision (ward_id, id, task_id, author_id, author_name, at, submission_id, is_accepted)
select ward_id, pg_temp.key(closed_on + 1, 'accept' || id), id, head_account, head_name, closed_on + 1, pg_temp.key(closed_on, 'submit' || id), true
from task where is_closed;
insert into work.task_closure (ward_id, id, task_id, author_id, author_name, at, kind)
select ward_id, pg_temp.key(closed_on + 2, 'close' || id), id, head_account, head_name, closed_on + 2, 'Done' from task where is_closed;
insert into work.extension_request (ward_id, id, task_id, author_id, author_name, at, new_due, cause, reason)
select ward_id, pg_temp.key(opened_at + interval '60 days', 'extend' || id), id, account_id, person_name, opened_at + interval '60 days', due, 'Objective',
  'Chờ hướng dẫn của thành phố' from task where kind = 'Date' and pg_temp.share('extend' || id) < 10;
insert into work.extension_decision (ward_id, id, task_id, author_id, author_name, at, request_id, is_granted, granted_due)
select ward_id, pg_temp.key(at + interval '2 days', 'grant' || task_id), task_id, null, 'Lãnh đạo', at + interval '2 days', id, true, new_due
from work.extension_request where pg_temp.share('grant' || id) >= 10;
insert into work.explanation_request (ward_id, id, task_id, author_id, author_name, at, question, due_on)
select ward_id, pg_temp.key(opened_at + interval '90 days', 'ask' || id), id, leader_account, leader_name, opened_at + interval '90 days',
  'Vì sao tiến độ chậm?', starts_on + 95 from task where pg_temp.share('ask' || id) < 3 and born > 4;
insert into work.explanation_answer (ward_id, id, task_id, author_id, author_name, at, request_id, text)
select request.ward_id, pg_temp.key(at + interval '2 days', 'answer' || task_id), task_id, task.account_id, task.person_name, at + interval '2 days', request.id,
  'Do chờ kinh phí' from work.explanation_request request join task on task.ward_id = request.ward_id and task.id = request.task_id;
insert into work.waiting_spell (ward_id, id, task_id, author_id, author_name, at, waits_for, started_on)
select ward_id, pg_temp.key(opened_at + interval '20 days', 'wait' || id), id, account_id, person_name, opened_at + interval '20 days',
  'Sở Khoa học và Công nghệ', starts_on + 20 from task where not is_closed and kind <> 'Conditional' and pg_temp.share('wait' || id) < 2;
insert into work.holder_segment (ward_id, id, task_id, unit_id, person_id, outside, duty, started_at, ended_at)
select ward_id, pg_temp.key(opened_at, 'hold' || id), id, lead_unit_id, person_id,
  case kind when 'Conditional' then 'sau khi có hướng dẫn của thành phố' end, 'InProgress', opened_at, case when is_closed then (closed_on + 2)::timestamptz end
from task;

-- One event for each act, chained by their hashes ward by ward.
drop index kernel.event_subject_ix;
drop index kernel.event_actor_ix;
drop index kernel.event_at_ix;
alter table kernel.event drop constraint event_pk;
create temporary table act as
select task.ward_id, task.id as task_id, at, actor_id, actor_name, act.kind, left(task.text, 119) || '…' as title, more, row_table, row_key,
  row_number() over (partition by task.ward_id order by at, act.kind, task.id) as sequence
from task join (
  select ward_id, id as task_id, opened_at as at, null::uuid as actor_id, 'Hệ thống' as actor_name, 'TaskOpened' as kind, '' as more,
    'work.work_task' as row_table, id as row_key from task
  union all select ward_id, id, opened_at + interval '1 hour', leader_account, leader_name, 'TaskAssigned',
    format('"leadUnitId":"%s","responsiblePersonId":"%s"', lead_unit_id, person_id), 'work.task_assignment', id from task
  union all select ward_id, id, opened_at + interval '2 hours', account_id, person_name, 'TaskReceived', '', 'work.task_receipt', id from task
  union all select ward_id, task_id, at, account_id, person_name, case kind when 'ConditionFollowUp' then 'NothingAroseReported' else 'UpdateWritten' end,
    format('"periodTo":"%s"', period_to), 'work.task_update', pg_temp.key(at, 'update' || kind || period_from || task_id) from report where is_answered
  union all select ward_id, id, closed_on, account_id, person_name, 'ProductSubmitted', '"evidenceCount":1', 'work.product_submission', id
    from task where is_closed
  union all select ward_id, id, closed_on + 1, head_account, head_name, 'ProductAccepted', '', 'work.product_decision', id from task where is_closed
  union all select ward_id, id, closed_on + 2, head_account, head_name, 'TaskClosed', '', 'work.task_closure', id from task where is_closed
) act on act.ward_id = task.ward_id and act.task_id = task.id;

create temporary table told as
select ward_id, sequence, pg_temp.key(at, 'event' || ward_id || sequence) as id, at, actor_id, actor_name, kind, task_id, title,
  '{' || more || '}' as data,
  format('[{"table":"%s","key":["%s"],"before":{},"after":{"id":"%s","task_id":"%s","author_name":%s,"at":"%s"}}]', row_table, row_key, row_key, task_id,
    to_json(actor_name), at) as changes
from act;
insert into kernel.event (ward_id, sequence, id, at, actor_id, actor_name, kind, subject_kind, subject_id, subject_title, data, changes,
  previous_hash, hash)
select ward_id, sequence, id, at, actor_id, actor_name, kind, 'WorkTask', task_id, title, data::json, changes::json,
  coalesce(lag(hash) over (partition by ward_id order by sequence), '\x0000000000000000000000000000000000000000000000000000000000000000'), hash
from (select told.*, pg_temp.chain(
    pg_temp.field(ward_id::text) || pg_temp.field(sequence::text) || pg_temp.field(id::text)
    || pg_temp.field(to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')) || pg_temp.field(actor_id::text) || pg_temp.field(actor_name)
    || pg_temp.field(kind) || pg_temp.field('WorkTask') || pg_temp.field(task_id::text) || pg_temp.field(title) || pg_temp.field(null)
    || pg_temp.field(data) || pg_temp.field(changes) || pg_temp.field(null)) over (partition by ward_id order by sequence) as hash from told) linked;
insert into kernel.event_chain (ward_id, sequence, hash)
select distinct on (ward_id) ward_id, sequence, hash from kernel.event where ward_id in (select ward_id from town) order by ward_id, sequence desc;
alter table kernel.event add constraint event_pk primary key (ward_id, sequence);
create index event_subject_ix on kernel.event (ward_id, subject_id, sequence);
create index event_actor_ix on kernel.event (ward_id, actor_id, sequence);
create index event_at_ix on kernel.event (ward_id, at);
