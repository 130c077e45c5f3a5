-- One text for SQLite and PostgreSQL; {rising} is each one's own name for a key that only rises. Times are milliseconds of the epoch.
-- Nothing here holds an address, nor a key that an address was hidden with.

create table counters (name text primary key, value bigint not null);

create table leases (name text primary key, holder text not null, ends bigint not null);

create table signing_keys (name text primary key, value text not null);

-- The document as it was last published, so that every process serves the same one.
create table published (name text primary key, sequence bigint not null, document text not null);

create table sources (id text primary key, state text not null);

create table incidents (id text primary key, started bigint not null, updated bigint not null, resolved bigint, record text not null);
create index incidents_by_resolved on incidents (resolved);

-- Reports live for two hours at most, in the order in which they came: thousands share a minute, and `received` is no finer.
-- They have no key of their content: whoever counts them counts distinct slots, and the order of arrival writes each page of the table
-- once, where such a key wrote a page for each report (12 µs of 60 that a report costs, SQLite, 2026-11-28).
create table reports (
  id {rising},
  bucket bigint not null,
  service text not null,
  place text not null,
  failure text not null,
  slot text not null,
  network text not null,
  country text,
  received bigint not null
);
create index reports_by_received on reports (received);

-- What remains of them: numbers of at least five.
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
