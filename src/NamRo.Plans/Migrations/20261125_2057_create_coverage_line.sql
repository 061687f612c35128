-- How the rows of the plan above are taken up by a published plan of the ward; derived by the comparison and by what people said, made
-- anew when either changes.
create table plans.coverage_line (
  ward_id uuid not null,
  plan_id uuid not null,
  upper_row_id uuid not null,
  upper_plan_id uuid not null,
  upper_text text not null,
  is_taken_up boolean not null,
  falls_short boolean not null,
  is_confirmed boolean not null,
  constraint coverage_line_pk primary key (ward_id, plan_id, upper_row_id)
);
select kernel.protect_ward_table('plans.coverage_line');

create view plans.coverage_row with (security_invoker = true) as
select ward_id, md5(plan_id::text || upper_row_id::text)::uuid as id, plan_id, upper_plan_id, upper_text, is_taken_up, falls_short, is_confirmed
from plans.coverage_line;

do $body$ begin
  execute format('grant select on plans.coverage_row to %I', current_setting('namro.application_role'));
end $body$;
