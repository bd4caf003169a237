create table document (
    tender_id uuid not null,
    sm3 varchar(64) not null,
    name varchar(200) not null,
    media_type varchar(100) not null,
    visibility varchar(20) not null,
    length bigint not null,
    content bytea not null,
    added_at timestamptz not null,
    row_version integer not null,
    primary key (tender_id, sm3)
);
