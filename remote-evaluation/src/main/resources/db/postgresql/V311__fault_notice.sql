-- What people were told of the time of a fault.
alter table session_fault add told varchar(16) default 'NONE' not null;
