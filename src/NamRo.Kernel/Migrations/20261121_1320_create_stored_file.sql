create table kernel.stored_file (
  ward_id uuid not null,
  id uuid not null,
  name text not null constraint stored_file_name_ck check (char_length(name) between 1 and 200),
  media_type text not null,
  size bigint not null,
  sha256 bytea not null,
  created_by uuid,
  created_at timestamptz not null,
  constraint stored_file_pk primary key (ward_id, id)
);
create index stored_file_sha256_ix on kernel.stored_file (ward_id, sha256);
select kernel.protect_ward_table('kernel.stored_file');

-- Days that differ from their weekday; a city adds the next year's when the Government declares them.
create table kernel.calendar_day (
  date date not null constraint calendar_day_pk primary key,
  is_working boolean not null,
  note text not null
);
select kernel.open_global_table('kernel.calendar_day');
