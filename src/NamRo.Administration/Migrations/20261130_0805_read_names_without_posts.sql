-- Whoever asks only for a name does not make the database look for the post: what is not asked for is left out.
create or replace view administration.person_row with (security_invoker = true) as
select person.ward_id, person.id, person.account_id, person.full_name, person.email, person.left_on,
  (select held.unit_id from administration.appointment held
   where held.ward_id = person.ward_id and held.person_id = person.id
     and held.valid_from <= (now() at time zone 'Asia/Ho_Chi_Minh')::date
     and (held.valid_to is null or held.valid_to >= (now() at time zone 'Asia/Ho_Chi_Minh')::date)
   order by held.is_head desc, held.valid_from desc limit 1) as unit_id,
  (select held.title from administration.appointment held
   where held.ward_id = person.ward_id and held.person_id = person.id
     and held.valid_from <= (now() at time zone 'Asia/Ho_Chi_Minh')::date
     and (held.valid_to is null or held.valid_to >= (now() at time zone 'Asia/Ho_Chi_Minh')::date)
   order by held.is_head desc, held.valid_from desc limit 1) as title
from administration.person person;
