create table key_set (
    id varchar2(36) primary key,
    tender varchar2(36) not null,
    purpose varchar2(20) not null,
    owner varchar2(36) not null,
    threshold number(10) not null,
    set_id varchar2(64) unique,
    opened_at timestamp(3) with time zone not null
);
create index key_set_owner on key_set (owner);

create table key_set_member (
    key_set varchar2(36) not null references key_set (id),
    x number(10) not null,
    person varchar2(36) not null,
    name varchar2(200) not null,
    side varchar2(20) not null,
    certificate clob,
    encryption_key varchar2(130),
    sig clob,
    canary varchar2(64),
    challenge clob,
    shown number(10) not null,
    entered number(10) not null,
    primary key (key_set, x)
);
create index key_set_member_person on key_set_member (person);
