-- 10 wards x 500 people and 500 tasks with 3 reports each. One person ("thu", of the secretariat, who sees all tasks of the ward but administers
-- nothing) works in the first. :hash is the password's, made by bench_web.py.
begin;
insert into administration.ward (id, code, name, kind, created_at)
select md5('ward' || n)::uuid, 'bench' || n, 'Phường đo ' || n, 'phuong', now() from generate_series(0, 9) n on conflict do nothing;
insert into administration.account (id, user_name, normalized_user_name, email_confirmed, password_hash, security_stamp, phone_number_confirmed,
  two_factor_enabled, lockout_enabled, access_failed_count, display_name, must_change_password)
values (md5('thu')::uuid, 'thu', 'THU', false, :'hash', 'x', false, false, true, 0, 'Cán bộ thử', false) on conflict do nothing;

create temporary table number on commit drop as select n from generate_series(1, 500) n;
select format($$set local app.ward = %L;
  insert into administration.org_unit (ward_id, id, name, name_key, short_name, kind, valid_from)
  select %1$L, md5(%1$L || 'unit' || n)::uuid, 'Đơn vị số ' || n, 'don vi so ' || n, 'ĐV ' || n, 'Division', '2026-01-01' from number where n <= 20
  on conflict do nothing;
  insert into administration.person (ward_id, id, account_id, full_name, name_key)
  select %1$L, md5(%1$L || 'person' || n)::uuid, case when n = 1 and %2$L = '0' then md5('thu')::uuid end, 'Nguyễn Văn Cán Bộ ' || n,
    lpad((n * 7919 %% 500)::text, 3, '0') || ' nguyen van' from number on conflict do nothing;
  insert into administration.appointment (ward_id, id, person_id, unit_id, title, is_head, valid_from)
  select %1$L, md5(%1$L || 'post' || n)::uuid, md5(%1$L || 'person' || n)::uuid, md5(%1$L || 'unit' || n %% 20 + 1)::uuid, 'Chuyên viên', false,
    '2026-01-01' from number on conflict do nothing;
  insert into administration.role_assignment (ward_id, id, account_id, role_code, valid_from)
  select %1$L, md5(%1$L || 'role')::uuid, md5('thu')::uuid, 'secretariat', '2026-01-01' where %2$L = '0' on conflict do nothing;
  insert into work.work_task (ward_id, id, plan_id, plan_title, ordinal, number, group_title, text, text_key, lead_unit_id, leader_person_id,
    responsible_person_id, output, deadline_text, deadline_kind, due, every, due_now, starts_on, target_ids, source_page, source_from, source_to, quote,
    opened_at, version)
  select %1$L, md5(%1$L || 'task' || n)::uuid, md5(%1$L || 'plan' || n %% 3)::uuid, 'Kế hoạch chuyển đổi số năm 2026 số ' || n %% 3, n, 'II.' || n,
    'Nhóm nhiệm vụ ' || n %% 7, 'Rà soát, cập nhật quy trình nội bộ và tập huấn kỹ năng số cho cán bộ, người dân, đợt ' || n,
    'ra soat, cap nhat quy trinh noi bo va tap huan ky nang so cho can bo, nguoi dan, dot ' || n, md5(%1$L || 'unit' || n %% 20 + 1)::uuid,
    md5(%1$L || 'person' || n %% 5 + 1)::uuid, md5(%1$L || 'person' || n)::uuid, 'Báo cáo kết quả', 'Quý IV/2026', 'Date', '2026-10-01'::date + n %% 90,
    'None', '2026-10-01'::date + n %% 90, '2026-01-01', '{}', 1, 0, 0, '', now(), 1 from number on conflict do nothing;
  insert into work.task_standing (ward_id, task_id, state, reason, since, next_due, next_change_on)
  select %1$L, md5(%1$L || 'task' || n)::uuid, case when n %% 4 = 0 then 'Late' else 'InProgress' end, 'Đang thực hiện theo tiến độ của kế hoạch.',
    '2026-01-01', '2026-10-01'::date + n %% 90, '2099-01-01' from number on conflict do nothing;
  insert into work.obligation (ward_id, id, task_id, kind, period_from, period_to, opens_on, due_on, title, fulfilled_by, fulfilled_at)
  select %1$L, md5(%1$L || 'duty' || n || '-' || month)::uuid, md5(%1$L || 'task' || n)::uuid, 'MonthlyUpdate', make_date(2026, month, 1),
    make_date(2026, month, 28), make_date(2026, month, 20), make_date(2026, month, 25), 'Tháng ' || month || '/2026',
    md5(%1$L || 'update' || n || '-' || month)::uuid, now() from number, generate_series(7, 9) month on conflict do nothing;
  insert into work.task_update (ward_id, id, task_id, author_name, at, obligation_id, period_from, period_to, result, nothing_arose, percent)
  select %1$L, md5(%1$L || 'update' || n || '-' || month)::uuid, md5(%1$L || 'task' || n)::uuid, 'Nguyễn Văn Cán Bộ ' || n, make_date(2026, month, 25),
    md5(%1$L || 'duty' || n || '-' || month)::uuid, make_date(2026, month, 1), make_date(2026, month, 28),
    'Đã tập huấn cho 40 lượt người, cập nhật 12 quy trình; hai việc còn chờ ý kiến của sở.', false, 10 * month
  from number, generate_series(7, 9) month on conflict do nothing;$$,
  md5('ward' || n)::uuid, n)
from generate_series(0, 9) n \gexec
commit;
set client_min_messages = error;
vacuum analyze;
