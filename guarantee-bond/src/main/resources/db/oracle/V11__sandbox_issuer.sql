-- What the sandbox issuer decided, by application; encrypted like the bonds.
create table sandbox_issue (
    application_id varchar2(36 char) not null primary key,
    content        blob        not null,
    told           number(10)     not null,
    version        number(10)     not null
);
