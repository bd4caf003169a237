create table chain_head (
    tender varchar2(36) primary key,
    n number(19) not null,
    hash varchar2(64) not null
);

create table log_content (
    id varchar2(36) primary key,
    content_hash varchar2(64) not null unique,
    leaf_nonce varchar2(64) not null,
    leaf_index number(19) not null
);
create index log_content_leaf on log_content (leaf_index);

create table log_entry (
    content varchar2(36) primary key references log_content (id),
    tender varchar2(36),
    n number(19),
    type varchar2(60) not null,
    head clob not null,
    salt varchar2(32) not null,
    body clob not null,
    unique (tender, n)
);

create table log_sealed (
    content varchar2(36) primary key references log_content (id),
    bytes blob not null
);

create table log_state (
    id number(10) primary key,
    size number(19) not null
);
insert into log_state (id, size) values (1, 0);

create table log_tile (
    tile number(19) primary key,
    leaves blob not null
);

create table log_node (
    level number(10) not null,
    idx number(19) not null,
    hash varchar2(64) not null,
    primary key (level, idx)
);

create table log_head (
    size number(19) primary key,
    root varchar2(64) not null,
    doc clob not null,
    sig clob not null,
    time_stamp clob not null,
    made_at timestamp(3) with time zone not null
);

create table log_witness (
    size number(19) not null references log_head (size),
    witness varchar2(40) not null,
    doc clob not null,
    sig clob not null,
    primary key (size, witness)
);

create table log_trust_file (
    version number(10) primary key,
    fingerprint varchar2(64) not null,
    threshold number(10) not null,
    doc clob not null,
    sigs clob not null
);
