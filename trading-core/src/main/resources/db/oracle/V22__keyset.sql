create table key_set (
    id varchar2(36 char) primary key,
    tender varchar2(36 char) not null,
    purpose varchar2(20 char) not null,
    owner varchar2(36 char) not null,
    threshold number(10) not null,
    set_id varchar2(64 char) unique,
    opened_at timestamp(3) with time zone not null
);
create index key_set_owner on key_set (owner);

create table key_set_member (
    key_set varchar2(36 char) not null references key_set (id),
    x number(10) not null,
    person varchar2(36 char) not null,
    name varchar2(200 char) not null,
    side varchar2(20 char) not null,
    certificate clob,
    encryption_key varchar2(130 char),
    sig clob,
    canary varchar2(64 char),
    challenge clob,
    shown number(10) not null,
    entered number(10) not null,
    primary key (key_set, x)
);
create index key_set_member_person on key_set_member (person);
