-- Messages are read by destination and stream, in order.
create index outbox_lane on outbox (destination, stream, seq);
