-- The sheet itself once it is open, whoever opened it, and the shares that trustees gave of its note.
alter table sheet add column shares_json text not null default '{}';
alter table sheet add column sheet_json text;
update sheet set sheet_json = (reveal_json::json -> 'doc' -> 'sheet')::text where reveal_json is not null;
alter table sheet drop column reveal_json;
