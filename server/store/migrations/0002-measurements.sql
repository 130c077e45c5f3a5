-- What each vantage saw in its last round: one row, replaced every minute, erased an hour after it fell silent. Times are milliseconds of the
-- epoch. `holder` names the process, so that two processes with one name are noticed.
create table measurements (vantage text primary key, holder text not null, at bigint not null, view text not null);

-- When each target last answered a vantage.
create table vantages (vantage text primary key, answered text not null);
