create table bid_opening (
  lot uuid primary key,
  state varchar(32) not null,
  data text not null,
  version bigint not null
);
