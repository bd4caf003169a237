-- Sealed sheets: the committed statement first, the revealed one later.
create table sheet (
    session_id   varchar(36) not null references evaluation_session (id),
    member       varchar(64) not null,
    round        integer     not null,
    commit_hash  varchar(64) not null,
    commit_json  text        not null,
    reveal_json  text,
    voided       boolean     not null,
    version      integer     not null,
    primary key (session_id, member, round)
);

-- Proposals of rejection with their votes.
create table rejection (
    session_id varchar(36)   not null references evaluation_session (id),
    number_in_session integer not null,
    body       text          not null,
    version    integer       not null,
    primary key (session_id, number_in_session)
);

-- What the concluded review came to.
create table evaluation_result (
    session_id varchar(36) primary key references evaluation_session (id),
    body       text        not null
);
