-- Keys with which other programs work in one ward for the person who made them. Only the hash of the secret is kept.
create table administration.api_token (
  ward_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  name text not null constraint api_token_name_ck check (char_length(name) between 1 and 80),
  permissions text[] not null constraint api_token_permissions_ck check (cardinality(permissions) > 0),
  secret_hash bytea not null,
  created_at timestamptz not null,
  expires_on date not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  constraint api_token_pk primary key (ward_id, id)
);
select kernel.protect_ward_table('administration.api_token');
alter table administration.api_token add constraint api_token_ward_fk foreign key (ward_id) references administration.ward (id);
alter table administration.api_token add constraint api_token_account_fk foreign key (account_id) references administration.account (id);
