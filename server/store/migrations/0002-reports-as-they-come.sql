-- Reports as they come, without a key: whoever counts them counts distinct senders, and the order of arrival writes each page of the
-- table once, where the key wrote one of its pages for each report (12 µs of 60 that a report costs, SQLite, 2026-11-28).
drop index reports_by_received;
alter table reports rename to reports_before;
create table reports (
  bucket bigint not null,
  service text not null,
  place text not null,
  failure text not null,
  slot text not null,
  network text not null,
  received bigint not null
);
insert into reports (bucket, service, place, failure, slot, network, received)
  select bucket, service, place, failure, slot, network, received from reports_before;
drop table reports_before;
create index reports_by_received on reports (received);
