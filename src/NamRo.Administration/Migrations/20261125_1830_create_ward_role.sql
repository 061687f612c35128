-- Roles that a ward makes for itself. An assignment may name one of these, so its code no longer points to the catalogue alone.
create table administration.ward_role (
  ward_id uuid not null,
  code text not null,
  title text not null constraint ward_role_title_ck check (char_length(title) between 1 and 80),
  version integer not null,
  constraint ward_role_pk primary key (ward_id, code)
);
create table administration.ward_role_permission (
  ward_id uuid not null,
  role_code text not null,
  permission_code text not null,
  constraint ward_role_permission_pk primary key (ward_id, role_code, permission_code)
);
select kernel.protect_ward_table(name)
  from unnest(array['administration.ward_role', 'administration.ward_role_permission']::regclass[]) name;
alter table administration.role_assignment drop constraint role_assignment_role_fk;
alter table administration.ward_role add constraint ward_role_ward_fk foreign key (ward_id) references administration.ward (id);
alter table administration.ward_role_permission add constraint ward_role_permission_role_fk foreign key (ward_id, role_code)
  references administration.ward_role (ward_id, code) on delete cascade;
