alter table key_set_successor add column lost varchar(2000);
