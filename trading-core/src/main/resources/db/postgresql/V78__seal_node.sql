create table seal_node (
  node varchar(36) primary key,
  decided_until timestamp(3) with time zone not null,
  renewed_at timestamp(3) with time zone not null
);
