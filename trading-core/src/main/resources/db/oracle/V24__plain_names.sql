-- Names that Oracle reserves for itself give way to plain ones, so that one statement serves both databases.
alter table log_state rename column "SIZE" to tree_size;
alter table log_head rename column "SIZE" to tree_size;
alter table log_witness rename column "SIZE" to tree_size;
alter table log_node rename column "LEVEL" to height;
alter table draw_share rename column "SHARE" to share_hex;
