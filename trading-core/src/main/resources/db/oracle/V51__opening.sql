create table bid_opening (
  lot raw(16) primary key,
  state varchar2(32 char) not null,
  data clob not null,
  version number(19) not null
);
