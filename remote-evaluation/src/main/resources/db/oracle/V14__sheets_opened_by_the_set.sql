-- The sheet itself once it is open, whoever opened it, and the shares that trustees gave of its note.
alter table sheet add (shares_json clob default '{}' not null, sheet_json clob);
update sheet set sheet_json = json_query(reveal_json, '$.doc.sheet' returning clob) where reveal_json is not null;
alter table sheet drop column reveal_json;
