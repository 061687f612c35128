-- A plan's file that goes up in parts: how far it is. Its bytes wait beside the ward's files until the last part has come.
create table plans.partial_upload (
  ward_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  file_name text not null,
  size bigint not null constraint partial_upload_size_ck check (size > 0),
  modified bigint not null,
  received bigint not null constraint partial_upload_received_ck check (received between 0 and size),
  began_at timestamptz not null,
  touched_at timestamptz not null,
  plan_id uuid,
  constraint partial_upload_pk primary key (ward_id, id)
);
create unique index partial_upload_file_ux on plans.partial_upload (ward_id, account_id, file_name, size, modified) where plan_id is null;
select kernel.protect_ward_table('plans.partial_upload');

alter table plans.partial_upload add constraint partial_upload_plan_fk foreign key (ward_id, plan_id)
  references plans.plan_document (ward_id, id) on delete cascade;
