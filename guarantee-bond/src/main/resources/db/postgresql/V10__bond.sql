-- Bonds. lot_ref, applicant_ref and live_ref are HMACs, content is encrypted; opened_lot is set at the opening.
create table bond (
    id            varchar(36)  not null primary key,
    lot_ref       varchar(64)  not null,
    applicant_ref varchar(64)  not null,
    live_ref      varchar(64)  unique,
    state         varchar(16)  not null,
    opened_lot    varchar(36),
    content       bytea        not null,
    version       integer      not null
);
create index bond_applicant on bond (applicant_ref);
create index bond_state on bond (state);
create index bond_opened_lot on bond (opened_lot);

-- Lots whose bonds were opened, with who may see them.
create table opened_lot (
    lot              varchar(36) not null primary key,
    tender           varchar(36) not null,
    procuring_entity varchar(18) not null,
    agency           varchar(18) not null,
    opened_at        timestamp with time zone not null,
    released_at      timestamp with time zone
);
