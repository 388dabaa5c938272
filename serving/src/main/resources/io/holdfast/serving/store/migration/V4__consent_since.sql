-- Since when the customer says what stands here, however often it was said again; before it was noted, since it was last said.
alter table consent add column since bigint;
update consent set since = said_at;
