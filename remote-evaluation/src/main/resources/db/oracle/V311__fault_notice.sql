-- What people were told of the time of a fault.
alter table session_fault add told varchar2(16 char) default 'NONE' not null;
