alter table key_set_successor add lost varchar2(2000 char);
