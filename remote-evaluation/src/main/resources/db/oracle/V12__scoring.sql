-- Sealed sheets: the committed statement first, the revealed one later.
create table sheet (
    session_id   varchar2(36 char) not null references evaluation_session (id),
    member       varchar2(64 char) not null,
    round        number(10)     not null,
    commit_hash  varchar2(64 char) not null,
    commit_json  clob        not null,
    reveal_json  clob,
    voided       number(1)     not null,
    version      number(10)     not null,
    primary key (session_id, member, round)
);

-- Proposals of rejection with their votes.
create table rejection (
    session_id varchar2(36 char)   not null references evaluation_session (id),
    number_in_session number(10) not null,
    body       clob          not null,
    version    number(10)       not null,
    primary key (session_id, number_in_session)
);

-- What the concluded review came to.
create table evaluation_result (
    session_id varchar2(36 char) primary key references evaluation_session (id),
    body       clob        not null
);
