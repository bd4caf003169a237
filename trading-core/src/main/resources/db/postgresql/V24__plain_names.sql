-- Names that Oracle reserves for itself give way to plain ones, so that one statement serves both databases.
alter table log_state rename column size to tree_size;
alter table log_head rename column size to tree_size;
alter table log_witness rename column size to tree_size;
alter table log_node rename column level to height;
alter table draw_share rename column share to share_hex;
