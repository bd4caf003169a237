-- Re-hashes of the whole log: one a night, and those that an auditor asked for; what was found differs is kept by number.
create table log_check (
    id          varchar2(36 char) not null primary key,
    night       varchar2(10 char) unique,
    asked_by    varchar2(200 char),
    started_at  timestamp(3) with time zone not null,
    ended_at    timestamp(3) with time zone,
    tree_size   number(19),
    root        varchar2(64 char),
    digest      varchar2(64 char),
    differences number(10),
    entry       varchar2(36 char)
);
create index log_check_time on log_check (started_at);

create table log_difference (
    check_id varchar2(36 char) not null references log_check (id),
    nr       number(10) not null,
    kind     varchar2(40 char) not null,
    place    varchar2(200 char) not null,
    seen     varchar2(200 char),
    expected varchar2(200 char),
    primary key (check_id, nr)
);

-- Stamps of outside authorities over heads.
create table log_outside_stamp (
    tree_size  number(19) not null references log_head (tree_size),
    authority  varchar2(40 char) not null,
    stamped_at timestamp(3) with time zone not null,
    token      clob not null,
    primary key (tree_size, authority)
);
