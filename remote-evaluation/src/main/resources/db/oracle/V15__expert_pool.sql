-- The pool with its searched columns. Until now only the sandbox filled it, and fills it again when it is empty.
delete from expert;
alter table expert add (region varchar2(6 char) not null);
alter table expert add (employer varchar2(200 char) not null);
alter table expert add (specialties varchar2(1000 char) not null);
alter table expert add (person varchar2(36 char));
alter table expert add (id_number varchar2(18 char));
create index expert_person on expert (person);
create index expert_id_number on expert (id_number);

-- The tree of specialties.
create table specialty (
    code varchar2(8 char)   primary key,
    name varchar2(100 char) not null
);

-- Events of credit.
create table credit_event (
    id        varchar2(36 char) primary key,
    expert    varchar2(16 char) not null references expert (number_in_pool),
    begins_on date        not null,
    body      clob        not null,
    version   number(10)     not null
);
create index credit_event_expert on credit_event (expert);

-- Entries of the blacklist.
create table expert_ban (
    id        varchar2(36 char) primary key,
    expert    varchar2(16 char) not null references expert (number_in_pool),
    begins_on date        not null,
    body      clob        not null,
    version   number(10)     not null
);
create index expert_ban_expert on expert_ban (expert);

-- Who changed what; rows are only added.
create table expert_change (
    id      varchar2(36 char)   primary key,
    expert  varchar2(16 char)   not null references expert (number_in_pool),
    made_at timestamp with time zone not null,
    made_by varchar2(64 char)   not null,
    act     varchar2(16 char)   not null,
    detail  varchar2(2000 char)
);
create index expert_change_expert on expert_change (expert, made_at);

-- Applications for the pool.
create table expert_application (
    id      varchar2(36 char) primary key,
    person  varchar2(36 char) not null,
    state   varchar2(16 char) not null,
    made_at timestamp with time zone not null,
    body    clob        not null,
    version number(10)     not null
);
create index expert_application_person on expert_application (person);
