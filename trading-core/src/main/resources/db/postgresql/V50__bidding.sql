create table lot_key (
  lot uuid primary key,
  wrapped bytea not null,
  frozen boolean not null,
  version integer not null
);

create table bid (
  id uuid primary key,
  lot_ref bytea not null,
  bidder_ref bytea not null,
  standing_ref bytea unique,
  header_ref bytea not null unique,
  sealed bytea not null,
  version integer not null
);
create index bid_bidder on bid (bidder_ref);

create table upload (
  id uuid primary key,
  lot_ref bytea not null,
  bidder_ref bytea not null,
  sealed bytea not null,
  version integer not null
);

create table upload_frame (
  upload uuid not null references upload (id),
  n integer not null,
  i integer not null,
  object varchar(32) not null,
  sm3 varchar(64) not null,
  length integer not null,
  primary key (upload, n, i)
);

create table bid_trace (
  id uuid primary key,
  lot_ref bytea not null,
  kind varchar(16) not null,
  sealed bytea not null
);
