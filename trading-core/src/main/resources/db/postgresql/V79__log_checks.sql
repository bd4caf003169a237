-- Re-hashes of the whole log: one a night, and those that an auditor asked for; what was found differs is kept by number.
create table log_check (
    id          varchar(36) not null primary key,
    night       varchar(10) unique,
    asked_by    varchar(200),
    started_at  timestamp(3) with time zone not null,
    ended_at    timestamp(3) with time zone,
    tree_size   bigint,
    root        varchar(64),
    digest      varchar(64),
    differences integer,
    entry       varchar(36)
);
create index log_check_time on log_check (started_at);

create table log_difference (
    check_id varchar(36) not null references log_check (id),
    nr       integer not null,
    kind     varchar(40) not null,
    place    varchar(200) not null,
    seen     varchar(200),
    expected varchar(200),
    primary key (check_id, nr)
);

-- Stamps of outside authorities over heads.
create table log_outside_stamp (
    tree_size  bigint not null references log_head (tree_size),
    authority  varchar(40) not null,
    stamped_at timestamp(3) with time zone not null,
    token      text not null,
    primary key (tree_size, authority)
);
