-- Figures a ward has defined for itself, in the language of NamRo.Measures.
create table kernel.measure (
  ward_id uuid not null,
  id uuid not null,
  code text not null,
  title text not null constraint measure_title_ck check (char_length(title) between 1 and 200),
  expression text not null constraint measure_expression_ck check (char_length(expression) <= 1000),
  basis text not null,
  goal numeric,
  version integer not null,
  ended_at timestamptz,
  constraint measure_pk primary key (ward_id, id)
);
create unique index measure_code_ux on kernel.measure (ward_id, code);
select kernel.protect_ward_table('kernel.measure');
