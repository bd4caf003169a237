package cn.qifeng.evaluation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.site.application.KeepSites;
import cn.qifeng.evaluation.site.application.RequestSeats;
import cn.qifeng.evaluation.site.domain.SampleSites;
import cn.qifeng.evaluation.site.domain.SeatBooking;
import cn.qifeng.evaluation.site.domain.SeatBookings;
import cn.qifeng.evaluation.site.domain.SeatBookings.Slot;
import cn.qifeng.evaluation.site.domain.SeatPlace;
import cn.qifeng.evaluation.site.domain.SiteKind;
import cn.qifeng.evaluation.site.domain.SiteRefusal;
import cn.qifeng.evaluation.site.domain.Span;
import cn.qifeng.kernel.Refused;
import cn.qifeng.testkit.EmbeddedPostgresResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@QuarkusTestResource(TradingCoreInMemory.class)
@DisplayName("Bookings at once 并发预定")
class ConcurrentBookingsTest {

    private static final int BOOKINGS = 200;
    private static final int SEATS = 24;
    private static final Instant DAY =
            Instant.now().truncatedTo(ChronoUnit.DAYS).plus(30, ChronoUnit.DAYS).plusSeconds(3600);
    private static final Span SPAN = new Span(DAY, DAY.plusSeconds(4 * 3600));

    @Inject
    RequestSeats requestSeats;

    @Inject
    KeepSites keepSites;

    @Inject
    SeatBookings bookings;

    @Test
    void ofTwoHundredBookingsOneWinsEachSeatAndNothingIsLost() throws Exception {
        var session = SessionId.of(Sessions.open(SessionOrders.exampleA1()));
        keepSites.add(SampleSites.always(
                "C200",
                SiteKind.SUB,
                "o.o.o.o.o.o",
                "...........",
                "o.o.o.o.o.o",
                "...........",
                "o.o.o.o.o.o",
                "...........",
                "o.o.o.o.o.o"));
        var won = new ArrayList<SeatBooking>();
        int refused = 0;
        for (var outcome : atOnce(() -> requestSeats.request(session, "C200", SPAN, 1, Set.of(), "p"))) {
            if (outcome instanceof SeatBooking booking) {
                won.add(booking);
            } else {
                assertThat(((Refused) outcome).code()).isEqualTo(SiteRefusal.TOO_FEW_SEATS);
                refused++;
            }
        }

        assertThat(won).hasSize(SEATS);
        assertThat(refused).isEqualTo(BOOKINGS - SEATS);
        assertThat(won.stream()
                        .flatMap(it -> it.seats().stream())
                        .map(SeatPlace::key)
                        .collect(toSet()))
                .hasSize(SEATS);
        var slots = QuarkusTransaction.requiringNew()
                .call(() -> bookings.slots("C200", SPAN.from(), SPAN.to().plusSeconds(1800)));
        assertThat(slots).hasSize(SEATS * 9);
        assertThat(slots.stream().collect(groupingBy(Slot::booking)).keySet())
                .isEqualTo(won.stream().map(SeatBooking::id).collect(toSet()));
    }

    @Test
    void theDatabaseItselfRefusesASecondBookingOfASeat() {
        var session = SessionId.of(Sessions.open(SessionOrders.exampleA1()));
        var site = keepSites.add(SampleSites.always("C1", SiteKind.SUB, "o"));
        var seat = site.places(Set.of());
        QuarkusTransaction.requiringNew().run(() -> bookings.add(booking(session, SPAN, seat)));
        var overlapping = new Span(SPAN.from().plusSeconds(3600), SPAN.to().plusSeconds(3600));
        var cleaned = new Span(SPAN.to(), SPAN.to().plusSeconds(3600));

        for (Span span : List.of(SPAN, overlapping, cleaned)) {
            var refused = catchThrowableOfType(
                    Refused.class,
                    () -> QuarkusTransaction.requiringNew().run(() -> bookings.add(booking(session, span, seat))));
            assertThat(refused.code()).isEqualTo(SiteRefusal.SEAT_TAKEN);
        }
        var behind = new Span(SPAN.to().plusSeconds(1800), SPAN.to().plusSeconds(3600));
        QuarkusTransaction.requiringNew().run(() -> bookings.add(booking(session, behind, seat)));
    }

    private static SeatBooking booking(SessionId session, Span span, List<SeatPlace> seats) {
        return SeatBooking.request(UUID.randomUUID(), session, span, Set.of(), seats, span.from(), Instant.now(), "p");
    }

    /** What each call gave or the refusal that it met, all begun together. */
    private static List<Object> atOnce(Callable<SeatBooking> call) throws Exception {
        var threads = Executors.newFixedThreadPool(BOOKINGS);
        var ready = new CountDownLatch(BOOKINGS);
        try {
            var outcomes = new ArrayList<Future<Object>>();
            for (int i = 0; i < BOOKINGS; i++) {
                outcomes.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    try {
                        return call.call();
                    } catch (Refused refused) {
                        return refused;
                    }
                }));
            }
            var all = new ArrayList<Object>();
            for (Future<Object> outcome : outcomes) {
                all.add(outcome.get());
            }
            return all;
        } finally {
            threads.shutdown();
        }
    }
}
