-- What the decision on a fault made void, as it stood; the chain tells of it for everybody.
create table void_result (
    session_id varchar2(36 char) not null references evaluation_session (id),
    fault_no   number(10)     not null,
    body       clob        not null,
    primary key (session_id, fault_no)
);
create table void_report (
    session_id varchar2(36 char) not null references evaluation_session (id),
    fault_no   number(10)     not null,
    sm3        varchar2(64 char) not null,
    pdf        blob       not null,
    docx       blob,
    body       clob        not null,
    primary key (session_id, fault_no)
);
create table void_part (
    session_id varchar2(36 char) not null references evaluation_session (id),
    fault_no   number(10)     not null,
    bid_id     varchar2(32 char) not null,
    position   number(10)     not null,
    sm3        varchar2(64 char) not null,
    pdf        blob       not null,
    primary key (session_id, fault_no, bid_id)
);
create table void_rejection (
    session_id        varchar2(36 char) not null references evaluation_session (id),
    fault_no          number(10)     not null,
    number_in_session number(10)     not null,
    body              clob        not null,
    primary key (session_id, fault_no, number_in_session)
);
create table void_finding (
    session_id        varchar2(36 char) not null references evaluation_session (id),
    fault_no          number(10)     not null,
    number_in_session number(10)     not null,
    body              clob        not null,
    primary key (session_id, fault_no, number_in_session)
);
