-- Sites with their rooms and seats.
create table venue_site (
    code    varchar(20) primary key,
    body    text        not null,
    version integer     not null
);

-- Bookings of seats.
create table seat_booking (
    id           varchar(36) primary key,
    session_id   varchar(36) not null references evaluation_session (id),
    site         varchar(20) not null references venue_site (code),
    begins_at    timestamp with time zone not null,
    ends_at      timestamp with time zone not null,
    state        varchar(16) not null,
    answer_until timestamp with time zone not null,
    made_at      timestamp with time zone not null,
    body         text        not null,
    version      integer     not null
);
create index seat_booking_session on seat_booking (session_id);
create index seat_booking_state on seat_booking (state, answer_until);
create index seat_booking_time on seat_booking (begins_at, ends_at);

-- Half hours (counted from 1970) in which a seat is held: the key is what keeps two bookings from one seat at one time.
create table seat_slot (
    seat      varchar(70) not null,
    half_hour integer not null,
    site      varchar(20) not null references venue_site (code),
    booking   varchar(36) not null references seat_booking (id),
    cleaning  integer     not null,
    primary key (seat, half_hour)
);
create index seat_slot_site on seat_slot (site, half_hour);
create index seat_slot_booking on seat_slot (booking);

-- Who sits where, by the draw.
create table seat_allotment (
    draw_id    varchar(36) primary key,
    session_id varchar(36) not null references evaluation_session (id),
    made_at    timestamp with time zone not null,
    body       text        not null,
    may_change integer     not null,
    version    integer     not null
);
create index seat_allotment_session on seat_allotment (session_id);
