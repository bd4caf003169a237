-- What the sandbox issuer decided, by application; encrypted like the bonds.
create table sandbox_issue (
    application_id varchar(36) not null primary key,
    content        bytea       not null,
    told           integer     not null,
    version        integer     not null
);
