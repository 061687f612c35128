-- The planner multiplies what it expects of a query's own "ward_id = ..." with what it expects of the policies, as if they were independent:
-- one row of a ward where there are thousands, and so plans that compare all with all. "is not null" says the same as before and is expected
-- to hold, so that the policies take nothing from the estimate. What they let through is unchanged.
create or replace function kernel.protect_ward_table(target regclass) returns void language plpgsql as $body$
declare mine constant text := $$ward_id = nullif(current_setting('app.ward', true), '')::uuid$$;
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy own_ward on %s using (%s) with check (%s)', target, mine, mine);
  execute format($$create policy look_across on %s for select using (nullif(current_setting('app.across', true) = 'on', false) is not null)$$, target);
  execute format('grant select, insert, update, delete on %s to %I', target, current_setting('namro.application_role'));
end $body$;

do $body$
declare target regclass;
begin
  for target in select polrelid::regclass from pg_policy where polname = 'look_across' loop
    execute format($$alter policy look_across on %s using (nullif(current_setting('app.across', true) = 'on', false) is not null)$$, target);
  end loop;
end $body$;
