-- What the decision on a fault made void, as it stood; the chain tells of it for everybody.
create table void_result (
    session_id varchar(36) not null references evaluation_session (id),
    fault_no   integer     not null,
    body       text        not null,
    primary key (session_id, fault_no)
);
create table void_report (
    session_id varchar(36) not null references evaluation_session (id),
    fault_no   integer     not null,
    sm3        varchar(64) not null,
    pdf        bytea       not null,
    docx       bytea,
    body       text        not null,
    primary key (session_id, fault_no)
);
create table void_part (
    session_id varchar(36) not null references evaluation_session (id),
    fault_no   integer     not null,
    bid_id     varchar(32) not null,
    position   integer     not null,
    sm3        varchar(64) not null,
    pdf        bytea       not null,
    primary key (session_id, fault_no, bid_id)
);
create table void_rejection (
    session_id        varchar(36) not null references evaluation_session (id),
    fault_no          integer     not null,
    number_in_session integer     not null,
    body              text        not null,
    primary key (session_id, fault_no, number_in_session)
);
create table void_finding (
    session_id        varchar(36) not null references evaluation_session (id),
    fault_no          integer     not null,
    number_in_session integer     not null,
    body              text        not null,
    primary key (session_id, fault_no, number_in_session)
);
