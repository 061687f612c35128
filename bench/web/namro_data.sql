-- 10 wards x 500 people, one of whom ("thu", an official without special rights) works in the first. :hash is the password's, made by bench_web.py.
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
  select %1$L, md5(%1$L || 'role')::uuid, md5('thu')::uuid, 'officer', '2026-01-01' where %2$L = '0' on conflict do nothing;$$,
  md5('ward' || n)::uuid, n)
from generate_series(0, 9) n \gexec
commit;
set client_min_messages = error;
vacuum analyze;
