create table chain_head (
    tender varchar2(36 char) primary key,
    n number(19) not null,
    hash varchar2(64 char) not null
);

create table log_content (
    id varchar2(36 char) primary key,
    content_hash varchar2(64 char) not null unique,
    leaf_nonce varchar2(64 char) not null,
    leaf_index number(19) not null
);
create index log_content_leaf on log_content (leaf_index);

create table log_entry (
    content varchar2(36 char) primary key references log_content (id),
    tender varchar2(36 char),
    n number(19),
    type varchar2(60 char) not null,
    head clob not null,
    salt varchar2(32 char) not null,
    body clob not null,
    unique (tender, n)
);

create table log_sealed (
    content varchar2(36 char) primary key references log_content (id),
    bytes blob not null
);

create table log_state (
    id number(10) primary key,
    "SIZE" number(19) not null
);
insert into log_state (id, "SIZE") values (1, 0);

create table log_tile (
    tile number(19) primary key,
    leaves blob not null
);

create table log_node (
    "LEVEL" number(10) not null,
    idx number(19) not null,
    hash varchar2(64 char) not null,
    primary key ("LEVEL", idx)
);

create table log_head (
    "SIZE" number(19) primary key,
    root varchar2(64 char) not null,
    doc clob not null,
    sig clob not null,
    time_stamp clob not null,
    made_at timestamp(3) with time zone not null
);

create table log_witness (
    "SIZE" number(19) not null references log_head ("SIZE"),
    witness varchar2(40 char) not null,
    doc clob not null,
    sig clob not null,
    primary key ("SIZE", witness)
);

create table log_trust_file (
    version number(10) primary key,
    fingerprint varchar2(64 char) not null,
    threshold number(10) not null,
    doc clob not null,
    sigs clob not null
);
