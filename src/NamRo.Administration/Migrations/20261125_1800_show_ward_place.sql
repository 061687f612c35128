create view administration.ward_place with (security_invoker = true) as
select ward.id, ward.code, ward.name, ward.kind, commune.province_code, commune.province_name
from administration.ward ward
left join administration.commune commune on commune.code = ward.code;
create index if not exists commune_province_ix on administration.commune (province_code);

do $body$ begin
  execute format('grant select on administration.ward_place to %I', current_setting('namro.application_role'));
end $body$;
