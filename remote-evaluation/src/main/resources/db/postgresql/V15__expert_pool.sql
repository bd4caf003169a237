-- The pool with its searched columns. Until now only the sandbox filled it, and fills it again when it is empty.
delete from expert;
alter table expert add column region varchar(6) not null;
alter table expert add column employer varchar(200) not null;
alter table expert add column specialties varchar(1000) not null;
alter table expert add column person varchar(36);
alter table expert add column id_number varchar(18);
create index expert_person on expert (person);
create index expert_id_number on expert (id_number);

-- The tree of specialties.
create table specialty (
    code varchar(8)   primary key,
    name varchar(100) not null
);

-- Events of credit.
create table credit_event (
    id        varchar(36) primary key,
    expert    varchar(16) not null references expert (number_in_pool),
    begins_on date        not null,
    body      text        not null,
    version   integer     not null
);
create index credit_event_expert on credit_event (expert);

-- Entries of the blacklist.
create table expert_ban (
    id        varchar(36) primary key,
    expert    varchar(16) not null references expert (number_in_pool),
    begins_on date        not null,
    body      text        not null,
    version   integer     not null
);
create index expert_ban_expert on expert_ban (expert);

-- Who changed what; rows are only added.
create table expert_change (
    id      varchar(36)   primary key,
    expert  varchar(16)   not null references expert (number_in_pool),
    made_at timestamp with time zone not null,
    made_by varchar(64)   not null,
    act     varchar(16)   not null,
    detail  varchar(2000)
);
create index expert_change_expert on expert_change (expert, made_at);

-- Applications for the pool.
create table expert_application (
    id      varchar(36) primary key,
    person  varchar(36) not null,
    state   varchar(16) not null,
    made_at timestamp with time zone not null,
    body    text        not null,
    version integer     not null
);
create index expert_application_person on expert_application (person);
