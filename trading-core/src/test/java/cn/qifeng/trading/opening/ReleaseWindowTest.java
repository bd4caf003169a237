package cn.qifeng.trading.opening;

import static cn.qifeng.trading.opening.domain.OpeningRefusal.BAD_EXTENSION;
import static cn.qifeng.trading.opening.domain.OpeningRefusal.BEFORE_HOUR;
import static cn.qifeng.trading.opening.domain.OpeningRefusal.RELEASED;
import static cn.qifeng.trading.opening.domain.OpeningRefusal.SIGNED;
import static cn.qifeng.trading.opening.domain.OpeningRefusal.WINDOW_CLOSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.RefusalCode;
import cn.qifeng.kernel.Refused;
import cn.qifeng.trading.opening.domain.BidList;
import cn.qifeng.trading.opening.domain.BidOpening.Releasing;
import cn.qifeng.trading.opening.domain.Checkpoint;
import cn.qifeng.trading.opening.domain.ListedBid;
import cn.qifeng.trading.opening.domain.Outage;
import cn.qifeng.trading.opening.domain.RecordSignature;
import cn.qifeng.trading.opening.domain.RecordSignature.Capacity;
import cn.qifeng.trading.opening.domain.Release;
import cn.qifeng.trading.opening.domain.ReleaseAttempt;
import cn.qifeng.trading.opening.domain.ReleaseCausation;
import cn.qifeng.trading.opening.domain.ReleaseLine;
import cn.qifeng.trading.opening.domain.ReleaseList;
import cn.qifeng.trading.opening.domain.ReleaseOutcome;
import cn.qifeng.trading.opening.domain.ReleaseTimes;
import cn.qifeng.trading.opening.domain.ReleaseWindow;
import cn.qifeng.trading.opening.domain.WindowExtension;
import cn.qifeng.trust.json.CanonicalJson;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Release window 解密时限")
class ReleaseWindowTest {

    private static final Instant OPENS = Instant.parse("2026-12-22T01:40:00Z");
    private static final Instant CLOSES = OPENS.plusSeconds(1800);
    private static final String HASH = "ab".repeat(32);
    private static final ReleaseTimes TIMES =
            new ReleaseTimes(Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofMinutes(10));

    @Test
    void takesAReleaseUntilTheLastMomentOfTheWindow() {
        assertThat(window(3).release(release(0, CLOSES)).releases()).hasSize(1);
        assertThat(refusal(() -> window(3).release(release(0, CLOSES.plusMillis(1)))))
                .isEqualTo(WINDOW_CLOSED);
    }

    @Test
    void takesOneReleaseOfEachBid() {
        var once = window(3).release(release(0, OPENS));

        assertThat(refusal(() -> once.release(release(0, OPENS)))).isEqualTo(RELEASED);
    }

    @Test
    void becomesLongerWithTheSecondSignatureOnly() {
        var asked = window(3).extend(until(CLOSES.plusSeconds(600)), by(Capacity.AGENCY), OPENS);
        var extended = asked.extend(until(CLOSES.plusSeconds(600)), by(Capacity.SUPERVISOR), OPENS);

        assertThat(asked.window().closesAt()).isEqualTo(CLOSES);
        assertThat(extended.window().closesAt()).isEqualTo(CLOSES.plusSeconds(600));
        assertThat(extended.window().extensions()).hasSize(1);
        assertThat(extended.release(release(0, CLOSES.plusSeconds(600))).releases())
                .hasSize(1);
    }

    @Test
    void isNotExtendedByOnePersonTwice() {
        var asked = window(3).extend(until(CLOSES.plusSeconds(600)), by(Capacity.AGENCY), OPENS);

        assertThat(refusal(() -> asked.extend(until(CLOSES.plusSeconds(600)), by(Capacity.AGENCY), OPENS)))
                .isEqualTo(SIGNED);
    }

    @Test
    void isNotExtendedWhenTheTwoSignDifferentTimes() {
        var asked = window(3).extend(until(CLOSES.plusSeconds(600)), by(Capacity.AGENCY), OPENS);
        var other = asked.extend(until(CLOSES.plusSeconds(900)), by(Capacity.SUPERVISOR), OPENS);

        assertThat(other.window().closesAt()).isEqualTo(CLOSES);
    }

    @Test
    void isNotExtendedOnceItIsOverUnlessThePlatformIsTheCause() {
        var late = CLOSES.plusSeconds(1);
        var wanted = until(CLOSES.plusSeconds(600));

        assertThat(refusal(() -> window(3).extend(wanted, by(Capacity.AGENCY), late)))
                .isEqualTo(WINDOW_CLOSED);
        assertThat(window(3)
                        .pause(late)
                        .extend(wanted, by(Capacity.AGENCY), late)
                        .extend(wanted, by(Capacity.SUPERVISOR), late)
                        .window()
                        .closesAt())
                .isEqualTo(CLOSES.plusSeconds(600));
    }

    @Test
    void isNeverMadeShorterNorLongerThanADay() {
        assertThat(refusal(() -> window(3).extend(until(CLOSES), by(Capacity.AGENCY), OPENS)))
                .isEqualTo(BAD_EXTENSION);
        var far = until(OPENS.plus(ReleaseWindow.EXTENSION_MAX).plusMillis(1));
        assertThat(refusal(() -> window(3).extend(far, by(Capacity.AGENCY), OPENS)))
                .isEqualTo(BAD_EXTENSION);
    }

    @Test
    void closesWithoutABidThatItsBidderLost() {
        var one = window(3).release(release(0, OPENS));

        assertThat(one.closable(causes(one, false), CLOSES.plusSeconds(10), TIMES))
                .isFalse();
        assertThat(one.closable(causes(one, false), CLOSES.plusSeconds(11), TIMES))
                .isTrue();
    }

    @Test
    void waitsForHostAndSupervisorWhenThePlatformIsTheCause() {
        var end = CLOSES.plusSeconds(11);
        var one =
                window(4).release(release(0, OPENS)).release(release(1, OPENS)).release(release(2, OPENS));

        assertThat(one.closable(causes(one, true), end, TIMES)).isFalse();
        assertThat(one.pause(end).closable(causes(one, true), end.plusSeconds(599), TIMES))
                .isFalse();
        assertThat(one.pause(end).closable(causes(one, true), end.plusSeconds(600), TIMES))
                .isTrue();
    }

    @Test
    void staysOpenForADecisionWhenThePlatformsCauseWouldLeaveFewerThanThree() {
        var end = CLOSES.plusSeconds(11);
        var one = window(3).release(release(0, OPENS)).release(release(1, OPENS));

        assertThat(one.pause(end).closable(causes(one, true), end.plusSeconds(86_400), TIMES))
                .isFalse();
    }

    @Test
    void doesNotCloseWhileNothingIsReleased() {
        var none = window(3);

        assertThat(none.pause(CLOSES).closable(causes(none, false), CLOSES.plusSeconds(86_400), TIMES))
                .isFalse();
    }

    @Test
    void leavesToTheTrusteesTheReleasedBidsOnly() {
        var two = window(3).release(release(0, OPENS)).release(release(2, OPENS));
        var lines = new ArrayList<ReleaseLine>();
        two.releases().forEach(one -> lines.add(ReleaseLine.released(one)));
        causes(two, false).forEach(cause -> lines.add(ReleaseLine.missing(cause, CanonicalJson.object())));
        var list = new ReleaseList(HASH, OPENS, CLOSES, lines);

        assertThat(refusal(() -> two.close(list, CLOSES))).isEqualTo(BEFORE_HOUR);
        assertThat(two.close(list, CLOSES.plusMillis(1)).checkpoint().toOpen())
                .extracting(ListedBid::bidId)
                .containsExactly(id(0), id(2));
    }

    @Test
    void findsTheBidderAtFaultOnlyWhenThePlatformWasThereAllTheTime() {
        assertThat(causation(List.of(), List.of()))
                .extracting(ReleaseCausation::outcome, ReleaseCausation::code)
                .containsExactly(ReleaseOutcome.REVOKED, "bidder-absent");
        assertThat(causation(List.of(), List.of(attempt("trust/bad-signature"), attempt("opening/window-closed"))))
                .extracting(ReleaseCausation::outcome, ReleaseCausation::code)
                .containsExactly(ReleaseOutcome.REVOKED, "opening/window-closed");
        assertThat(causation(List.of(new Outage(OPENS, OPENS.plusSeconds(40))), List.of()))
                .extracting(ReleaseCausation::outcome, ReleaseCausation::code)
                .containsExactly(ReleaseOutcome.DEEMED_WITHDRAWN, "service-outage");
        assertThat(causation(
                        List.of(), List.of(attempt(ReleaseAttempt.PLATFORM_ERROR), attempt("opening/window-closed"))))
                .extracting(ReleaseCausation::outcome, ReleaseCausation::code)
                .containsExactly(ReleaseOutcome.DEEMED_WITHDRAWN, "platform-error");
    }

    private static ReleaseCausation causation(List<Outage> outages, List<ReleaseAttempt> attempts) {
        return new ReleaseCausation(id(0), HASH, OPENS, CLOSES, outages, attempts);
    }

    private static ReleaseAttempt attempt(String code) {
        return new ReleaseAttempt(id(0), OPENS, code);
    }

    private static List<ReleaseCausation> causes(Releasing releasing, boolean byPlatform) {
        var outages = byPlatform ? List.of(new Outage(OPENS, OPENS.plusSeconds(60))) : List.<Outage>of();
        return releasing.missing().stream()
                .map(bid -> new ReleaseCausation(bid.bidId(), HASH, OPENS, CLOSES, outages, List.of()))
                .toList();
    }

    private static Releasing window(int live) {
        var bids = IntStream.range(0, live)
                .mapToObj(i -> new ListedBid(id(i), HASH, 1, HASH, "LIVE", null))
                .toList();
        var checkpoint = new Checkpoint(new BidList(OPENS, OPENS, bids), HASH, null, null);
        var window = ReleaseWindow.of(OPENS, Duration.ofMinutes(30));
        return new Releasing(LotId.random(), checkpoint, List.of(), window, List.of());
    }

    private static Release release(int i, Instant at) {
        return new Release(id(i), HASH, at, CanonicalJson.object(), CanonicalJson.object());
    }

    private static WindowExtension until(Instant closesAt) {
        return new WindowExtension(closesAt, "网络故障", List.of());
    }

    private static RecordSignature by(Capacity capacity) {
        return new RecordSignature(capacity, capacity.name(), CanonicalJson.object());
    }

    private static String id(int i) {
        return ("0" + i).repeat(16);
    }

    private static RefusalCode refusal(ThrowingCallable act) {
        return catchThrowableOfType(Refused.class, act).code();
    }
}
