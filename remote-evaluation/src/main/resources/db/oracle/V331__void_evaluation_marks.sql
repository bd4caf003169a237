-- Questions that are void with their evaluation, and by which fault; numbers are not used again.
alter table clarification add void_fault number(10);

-- Proposals on which a signed report rests stand, whatever becomes of a re-review.
alter table rejection add reported number(1) default 0 not null;
update rejection set reported = 1
 where session_id in (select id from evaluation_session where stage = 'CONCLUDED')
    or session_id in (select session_id from rework);

-- Blind files are opened once.
alter table blind_check add opened number(1) default 0 not null;
update blind_check set opened = 1
 where session_id in (select id from evaluation_session where stage in ('REVIEWING', 'REPORTING', 'CONCLUDED'))
    or session_id in (select session_id from rework);
