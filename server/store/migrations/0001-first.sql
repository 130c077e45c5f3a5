-- One text for SQLite and PostgreSQL. Times are milliseconds of the epoch. Nothing here holds an address.

create table counters (name text primary key, value bigint not null);

create table leases (name text primary key, holder text not null, ends bigint not null);

create table signing_keys (name text primary key, value text not null);

-- The document as it was last published, so that every process serves the same one.
create table published (name text primary key, sequence bigint not null, document text not null);

create table sources (id text primary key, state text not null);

create table incidents (id text primary key, started bigint not null, updated bigint not null, resolved bigint, record text not null);
create index incidents_by_resolved on incidents (resolved);

-- Reports and the key that their slots were made with live for two hours at most.
create table hour_keys (hour bigint primary key, secret text not null);
create table reports (
  bucket bigint not null,
  service text not null,
  place text not null,
  failure text not null,
  slot text not null,
  network text not null,
  received bigint not null,
  primary key (bucket, service, place, failure, slot)
);
create index reports_by_received on reports (received);

-- What remains of them: numbers.
create table report_counts (
  bucket bigint not null,
  service text not null,
  place text not null,
  failure text not null,
  reporters bigint not null,
  networks bigint not null,
  primary key (bucket, service, place, failure)
);

-- What the detector has learned: usual levels, no people.
create table learned (name text primary key, value text not null);
