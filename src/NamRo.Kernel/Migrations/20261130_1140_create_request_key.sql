-- What programs asked for under which key: the same key with other content is told apart from the same act sent again.
create table kernel.request_key (
  ward_id uuid not null,
  key uuid not null,
  fingerprint bytea not null constraint request_key_fingerprint_ck check (octet_length(fingerprint) = 32),
  constraint request_key_pk primary key (ward_id, key)
);
select kernel.protect_ward_table('kernel.request_key');
