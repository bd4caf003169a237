-- Questions that are void with their evaluation, and by which fault; numbers are not used again.
alter table clarification add void_fault integer;

-- Proposals on which a signed report rests stand, whatever becomes of a re-review.
alter table rejection add reported boolean default false not null;
update rejection set reported = true
 where session_id in (select id from evaluation_session where stage = 'CONCLUDED')
    or session_id in (select session_id from rework);

-- Blind files are opened once.
alter table blind_check add opened boolean default false not null;
update blind_check set opened = true
 where session_id in (select id from evaluation_session where stage in ('REVIEWING', 'REPORTING', 'CONCLUDED'))
    or session_id in (select session_id from rework);
