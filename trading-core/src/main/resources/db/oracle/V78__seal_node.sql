create table seal_node (
  node varchar2(36 char) primary key,
  decided_until timestamp(3) with time zone not null,
  renewed_at timestamp(3) with time zone not null
);
