alter table tender add lot_name varchar2(200 char);
update tender set lot_name = substr(json_value(draft, '$.lotName'), 1, 200) where draft is not null;
