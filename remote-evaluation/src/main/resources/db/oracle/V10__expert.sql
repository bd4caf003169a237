-- Pool of evaluation experts.
create table expert (
    number_in_pool varchar2(16 char)  primary key,
    name           varchar2(100 char) not null,
    state          varchar2(16 char)  not null,
    profile        clob         not null,
    account        clob,
    version        number(10)      not null
);
