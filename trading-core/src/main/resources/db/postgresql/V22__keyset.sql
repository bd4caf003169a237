create table key_set (
    id varchar(36) primary key,
    tender varchar(36) not null,
    purpose varchar(20) not null,
    owner varchar(36) not null,
    threshold integer not null,
    set_id varchar(64) unique,
    opened_at timestamp(3) with time zone not null
);
create index key_set_owner on key_set (owner);

create table key_set_member (
    key_set varchar(36) not null references key_set (id),
    x integer not null,
    person varchar(36) not null,
    name varchar(200) not null,
    side varchar(20) not null,
    certificate text,
    encryption_key varchar(130),
    sig text,
    canary varchar(64),
    challenge text,
    shown integer not null,
    entered integer not null,
    primary key (key_set, x)
);
create index key_set_member_person on key_set_member (person);
