create table lot_key (
  lot raw(16) primary key,
  wrapped blob not null,
  frozen number(1) not null,
  version number(10) not null
);

create table bid (
  id raw(16) primary key,
  lot_ref raw(32) not null,
  bidder_ref raw(32) not null,
  standing_ref raw(32) unique,
  header_ref raw(32) not null unique,
  sealed blob not null,
  version number(10) not null
);
create index bid_bidder on bid (bidder_ref);

create table upload (
  id raw(16) primary key,
  lot_ref raw(32) not null,
  bidder_ref raw(32) not null,
  sealed blob not null,
  version number(10) not null
);

create table upload_frame (
  upload raw(16) not null references upload (id),
  n number(10) not null,
  i number(10) not null,
  object varchar2(32 char) not null,
  sm3 varchar2(64 char) not null,
  length number(10) not null,
  primary key (upload, n, i)
);

create table bid_trace (
  id raw(16) primary key,
  lot_ref raw(32) not null,
  kind varchar2(16 char) not null,
  sealed blob not null
);
