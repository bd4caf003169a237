-- Where the preliminary review of each session stands.
alter table evaluation_session add column screening text;
