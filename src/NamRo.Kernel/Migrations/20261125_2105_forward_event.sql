-- Whether somebody outside wants to hear of a ward's events: read with the head of the chain, so that a write asks nothing more.
alter table kernel.event_chain add column is_forwarded boolean not null default false;
