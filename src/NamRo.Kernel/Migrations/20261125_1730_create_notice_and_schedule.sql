-- What the system tells a person. A notice with a once_key exists once for that person, however often it is posted.
create table kernel.notice (
  ward_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  title text not null constraint notice_title_ck check (char_length(title) between 1 and 300),
  body text constraint notice_body_ck check (char_length(body) <= 4000),
  href text not null constraint notice_href_ck check (char_length(href) <= 500),
  once_key text constraint notice_once_key_ck check (char_length(once_key) <= 200),
  is_urgent boolean not null,
  is_shown boolean not null,
  mail_timing text not null constraint notice_mail_timing_ck check (mail_timing in ('never', 'at_once', 'daily')),
  mail_id uuid,
  posted_at timestamptz not null,
  read_at timestamptz,
  constraint notice_pk primary key (ward_id, id)
);
create unique index notice_once_key_ux on kernel.notice (ward_id, person_id, once_key) where once_key is not null;
create index notice_person_ix on kernel.notice (ward_id, person_id, id) where is_shown;
create index notice_unread_ix on kernel.notice (ward_id, person_id) where is_shown and read_at is null;
create index notice_unmailed_ix on kernel.notice (ward_id, person_id) where mail_timing <> 'never' and mail_id is null;
create index notice_mail_ix on kernel.notice (ward_id, mail_id) where mail_id is not null;
select kernel.protect_ward_table('kernel.notice');

-- Where a person's choice differs from what a kind of notice does by itself.
create table kernel.notice_choice (
  ward_id uuid not null,
  person_id uuid not null,
  kind text not null,
  is_shown boolean not null,
  mail_timing text not null constraint notice_choice_mail_timing_ck check (mail_timing in ('never', 'at_once', 'daily')),
  constraint notice_choice_pk primary key (ward_id, person_id, kind)
);
select kernel.protect_ward_table('kernel.notice_choice');

-- The delivery log: one row for each mail that was composed, and what became of it.
create table kernel.mail (
  ward_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  address text not null,
  subject text not null,
  is_digest boolean not null,
  state text not null constraint mail_state_ck check (state in ('waiting', 'sent', 'failed')),
  attempts integer not null,
  error text,
  composed_at timestamptz not null,
  ended_at timestamptz,
  constraint mail_pk primary key (ward_id, id)
);
select kernel.protect_ward_table('kernel.mail');

-- The last slot of each schedule that was queued for every ward; its row is the lock between workers.
create table kernel.schedule (
  name text not null constraint schedule_pk primary key,
  last_slot timestamptz not null
);
select kernel.open_global_table('kernel.schedule');
