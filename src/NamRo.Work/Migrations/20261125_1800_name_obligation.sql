-- How people call the period ("Quý II/2026"); of a one-off the empty text.
alter table work.obligation add column title text not null default '';
