-- Bonds. lot_ref, applicant_ref and live_ref are HMACs, content is encrypted; opened_lot is set at the opening.
create table bond (
    id            varchar2(36 char)  not null primary key,
    lot_ref       varchar2(64 char)  not null,
    applicant_ref varchar2(64 char)  not null,
    live_ref      varchar2(64 char)  unique,
    state         varchar2(16 char)  not null,
    opened_lot    varchar2(36 char),
    content       blob         not null,
    version       number(10)      not null
);
create index bond_applicant on bond (applicant_ref);
create index bond_state on bond (state);
create index bond_opened_lot on bond (opened_lot);

-- Lots whose bonds were opened, with who may see them.
create table opened_lot (
    lot              varchar2(36 char) not null primary key,
    tender           varchar2(36 char) not null,
    procuring_entity varchar2(18 char) not null,
    agency           varchar2(18 char) not null,
    opened_at        timestamp(3) with time zone not null,
    released_at      timestamp(3) with time zone
);
