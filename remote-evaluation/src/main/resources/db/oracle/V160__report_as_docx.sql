-- The text of an evaluation report for editors, beside its file.
alter table evaluation_report add docx blob;
