-- Who has the review of a plan open, so that two people do not work on the same rows without knowing.
create table plans.review_presence (
  ward_id uuid not null,
  plan_id uuid not null,
  account_id uuid not null,
  display_name text not null,
  seen_at timestamptz not null,
  constraint review_presence_pk primary key (ward_id, plan_id, account_id)
);
select kernel.protect_ward_table('plans.review_presence');

alter table plans.review_presence add constraint review_presence_plan_fk foreign key (ward_id, plan_id)
  references plans.plan_document (ward_id, id) on delete cascade;
