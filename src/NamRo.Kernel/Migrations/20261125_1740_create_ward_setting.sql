-- What a ward decides for itself; the definitions are in the modules.
create table kernel.ward_setting (
  ward_id uuid not null,
  key text not null,
  value text not null constraint ward_setting_value_ck check (char_length(value) <= 500),
  version integer not null,
  constraint ward_setting_pk primary key (ward_id, key)
);
select kernel.protect_ward_table('kernel.ward_setting');
