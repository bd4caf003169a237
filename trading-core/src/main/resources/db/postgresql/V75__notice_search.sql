alter table tender add lot_name varchar(200);
update tender set lot_name = left(draft::jsonb ->> 'lotName', 200) where draft is not null;
