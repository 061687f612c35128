-- When the account was opened, or opened again after it was closed: from then on its idle days count.
alter table administration.account add column opened_at timestamptz not null default now();

-- Failures of an address or a device. Every web process counts here, so that several count together.
create table administration.sign_in_failure (
  key text not null constraint sign_in_failure_pk primary key,
  since timestamptz not null,
  failures integer not null
);
select kernel.open_global_table('administration.sign_in_failure');
