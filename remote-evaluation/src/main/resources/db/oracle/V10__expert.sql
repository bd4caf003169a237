-- Pool of evaluation experts.
create table expert (
    number_in_pool varchar2(16)  primary key,
    name           varchar2(100) not null,
    state          varchar2(16)  not null,
    profile        clob         not null,
    account        clob,
    version        number(10)      not null
);
