alter table administration.org_unit add column version integer not null default 1;

-- Lists of people sort by given name, byte by byte, so that a page's cursor and the index agree.
alter table administration.person add column name_key text collate "C" not null default '';
create index person_name_key_ix on administration.person (ward_id, name_key, id);

-- What became of a unit that ended: merged into, split into, or renamed as others.
create table administration.org_unit_succession (
  ward_id uuid not null,
  former_id uuid not null,
  successor_id uuid not null,
  on_date date not null,
  constraint org_unit_succession_pk primary key (ward_id, former_id, successor_id)
);
create index org_unit_succession_successor_ix on administration.org_unit_succession (ward_id, successor_id);
select kernel.protect_ward_table('administration.org_unit_succession');

create view administration.unit_row with (security_invoker = true) as
select unit.ward_id, unit.id, unit.name, coalesce(nullif(unit.short_name, ''), unit.name) as short_name, unit.kind, unit.parent_id,
  unit.valid_from, unit.valid_to,
  (select head.person_id from administration.appointment head
   where head.ward_id = unit.ward_id and head.unit_id = unit.id and head.is_head
     and head.valid_from <= (now() at time zone 'Asia/Ho_Chi_Minh')::date
     and (head.valid_to is null or head.valid_to >= (now() at time zone 'Asia/Ho_Chi_Minh')::date)
   order by head.valid_from desc limit 1) as head_person_id
from administration.org_unit unit;

create view administration.unit_name with (security_invoker = true) as
select ward_id, id as unit_id, name from administration.org_unit
union select ward_id, id, short_name from administration.org_unit where short_name <> ''
union select ward_id, unit_id, name from administration.org_unit_alias;

create view administration.person_row with (security_invoker = true) as
select person.ward_id, person.id, person.account_id, person.full_name, person.email, person.left_on, post.unit_id, post.title
from administration.person person
left join lateral (
  select held.unit_id, held.title from administration.appointment held
  where held.ward_id = person.ward_id and held.person_id = person.id
    and held.valid_from <= (now() at time zone 'Asia/Ho_Chi_Minh')::date
    and (held.valid_to is null or held.valid_to >= (now() at time zone 'Asia/Ho_Chi_Minh')::date)
  order by held.is_head desc, held.valid_from desc limit 1) post on true;

do $body$ begin
  execute format('grant select on administration.unit_row, administration.unit_name, administration.person_row to %I',
    current_setting('namro.application_role'));
end $body$;

alter table administration.org_unit_succession add constraint org_unit_succession_former_fk foreign key (ward_id, former_id)
  references administration.org_unit (ward_id, id);
alter table administration.org_unit_succession add constraint org_unit_succession_successor_fk foreign key (ward_id, successor_id)
  references administration.org_unit (ward_id, id);
