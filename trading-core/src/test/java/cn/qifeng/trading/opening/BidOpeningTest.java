package cn.qifeng.trading.opening;

import static cn.qifeng.trading.opening.domain.OpeningRefusal.BEFORE_HOUR;
import static cn.qifeng.trading.opening.domain.OpeningRefusal.PRESSED;
import static cn.qifeng.trading.opening.domain.OpeningRefusal.UNANSWERED;
import static cn.qifeng.trading.opening.domain.OpeningRefusal.WRONG_STEP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.Refused;
import cn.qifeng.trading.opening.domain.BidList;
import cn.qifeng.trading.opening.domain.BidOpening.Failed;
import cn.qifeng.trading.opening.domain.BidOpening.Listed;
import cn.qifeng.trading.opening.domain.BidOpening.Opened;
import cn.qifeng.trading.opening.domain.BidOpening.Scheduled;
import cn.qifeng.trading.opening.domain.BidOpening.Unsealing;
import cn.qifeng.trading.opening.domain.ListedBid;
import cn.qifeng.trading.opening.domain.Objection;
import cn.qifeng.trading.opening.domain.OpeningTimes;
import cn.qifeng.trading.opening.domain.Press;
import cn.qifeng.trading.opening.domain.PressingSet;
import cn.qifeng.trading.opening.domain.RecordSignature;
import cn.qifeng.trading.opening.domain.RecordSignature.Capacity;
import cn.qifeng.trading.opening.domain.SuspensionCause;
import cn.qifeng.trading.opening.domain.Waiting;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Bid opening 开标")
class BidOpeningTest {

    private static final PressingSet SET = new PressingSet("set", 2, 3, Set.of("00", "01", "02"));
    private static final Instant HOUR = Instant.parse("2026-12-22T01:30:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final OpeningTimes TIMES =
            new OpeningTimes(Duration.ofSeconds(1), MINUTE, MINUTE, Duration.ofSeconds(5), Duration.ofSeconds(5));
    private static final Scheduled SCHEDULED = new Scheduled(LotId.of("6f9619ff-8b86-4011-b42d-00c04fc964ff"));
    private static final String HASH = "ab".repeat(32);

    @Test
    void takesTheListOnceTheSettleTimeIsOver() {
        assertThat(SCHEDULED.freeze(list(3, HOUR.plusSeconds(1)), TIMES.settle()))
                .isInstanceOf(Listed.class);
    }

    @Test
    void refusesTheFreezeWhileSealsInTimeMayStillEnd() {
        assertThat(refusal(() -> SCHEDULED.freeze(list(3, HOUR.plusMillis(999)), TIMES.settle())))
                .isEqualTo(BEFORE_HOUR);
    }

    @Test
    void failsTheLotWithTwoLiveBidsAndTellsOnlyTheCount() {
        var decided = SCHEDULED.freeze(list(2, HOUR.plusSeconds(2)), TIMES.settle());

        assertThat(decided).isEqualTo(new Failed(SCHEDULED.lot(), HOUR.plusSeconds(2), 2));
    }

    @Test
    void countsOnlyLiveBids() {
        var replaced = new ListedBid("00", HASH, 1, HASH, "REPLACED", HASH);
        var two = list(2, HOUR.plusSeconds(2));
        var list = new BidList(
                HOUR, two.frozenAt(), List.of(two.bids().get(0), two.bids().get(1), replaced));

        assertThat(SCHEDULED.freeze(list, TIMES.settle())).isInstanceOf(Failed.class);
    }

    @Test
    void namesNobodyBeforeTheListIsUnderAPublishedHead() {
        assertThat(refusal(() -> listed().name(List.of(), UUID.randomUUID(), HOUR.plusSeconds(60))))
                .isEqualTo(WRONG_STEP);
    }

    @Test
    void namesNobodyBeforeTheViewingTimeIsOver() {
        var published = listed().written(HASH).published(HOUR.plusSeconds(2), Duration.ofSeconds(5));

        assertThat(refusal(() -> published.name(List.of(), UUID.randomUUID(), HOUR.plusMillis(6_999))))
                .isEqualTo(BEFORE_HOUR);
        assertThat(published
                        .name(List.of(), UUID.randomUUID(), HOUR.plusSeconds(7))
                        .checkpoint()
                        .hash())
                .isEqualTo(HASH);
    }

    @Test
    void waitsForWitnessesUntilTheListIsPublishedAndForTrusteesBehindTheNames() {
        var listed = (Listed) SCHEDULED.freeze(list(3, HOUR.plusSeconds(2)), TIMES.settle());
        assertThat(Waiting.of(SCHEDULED)).isEmpty();
        assertThat(Waiting.of(listed)).contains(new Waiting(SuspensionCause.WITNESSES_MISSING, HOUR.plusSeconds(2)));
        var published = listed.written(HASH).published(HOUR.plusSeconds(3), TIMES.viewing());
        assertThat(Waiting.of(published)).isEmpty();
        var drawing = published.name(List.of(), UUID.randomUUID(), HOUR.plusSeconds(9));
        assertThat(Waiting.of(drawing)).contains(new Waiting(SuspensionCause.TRUSTEES_MISSING, HOUR.plusSeconds(9)));
        var unsealing = drawing.drawn("0.97", HOUR.plusSeconds(20));
        assertThat(Waiting.of(unsealing)).contains(new Waiting(SuspensionCause.TRUSTEES_MISSING, HOUR.plusSeconds(20)));
        assertThat(Waiting.of(unsealing.reveal(List.of(), HOUR.plusSeconds(30), MINUTE)))
                .isEmpty();
    }

    @Test
    void takesOnePressOfEachTrustee() {
        var once = unsealing().press(press(1, 3));

        assertThat(refusal(() -> once.press(press(1, 3)))).isEqualTo(PRESSED);
    }

    @Test
    void hasEnoughWhenEveryBidHasTheThresholdOfShares() {
        var one = unsealing().press(press(1, 3));

        assertThat(one.enough(List.of(SET))).isFalse();
        assertThat(one.press(press(2, 3)).enough(List.of(SET))).isTrue();
    }

    @Test
    void waitsForTheThirdTrusteeWhenOneBidMissesAShare() {
        var two = unsealing().press(press(1, 3)).press(press(2, 2));

        assertThat(two.enough(List.of(SET))).isFalse();
        assertThat(two.press(press(3, 2)).enough(List.of(SET))).isTrue();
    }

    @Test
    void opensNoSetBeforeEverySetWithBidsHasItsThreshold() {
        var former = new PressingSet("former", 2, 3, Set.of("03"));
        var both = List.of(former, SET);
        var ofSet = unsealing().press(press(1, 3)).press(press(2, 3));
        var one = ofSet.press(new Press("former", "trustee 1", 1, HOUR.plusSeconds(13), Map.of("03", "00")));

        assertThat(ofSet.enough(both)).isFalse();
        assertThat(one.enough(both)).isFalse();
        assertThat(one.press(new Press("former", "trustee 4", 2, HOUR.plusSeconds(14), Map.of("03", "00")))
                        .enough(both))
                .isTrue();
    }

    @Test
    void hearsObjectionsUntilTheirTimeIsOver() {
        assertThat(opened().object(objection(HOUR.plusSeconds(25))).objections())
                .hasSize(1);
        assertThat(refusal(() -> opened().object(objection(HOUR.plusMillis(25_001)))))
                .isEqualTo(WRONG_STEP);
    }

    @Test
    void writesNoRecordWhileAnObjectionWaitsForItsAnswer() {
        var objected = opened().object(objection(HOUR.plusSeconds(21)));
        var answered = objected.with(objected.objections().get(0).answered(doc()));

        assertThat(refusal(() -> objected.drafted(HASH, HOUR.plusSeconds(26)))).isEqualTo(UNANSWERED);
        assertThat(answered.drafted(HASH, HOUR.plusSeconds(26)).draft().sm3()).isEqualTo(HASH);
    }

    @Test
    void isRecordedWhenAgencyAndSupervisorHaveSigned() {
        var drafted = opened().drafted(HASH, HOUR.plusSeconds(26));
        var one = drafted.sign(signature(Capacity.BIDDER)).sign(signature(Capacity.AGENCY));

        assertThat(refusal(() -> one.recorded(HOUR.plusSeconds(27)))).isEqualTo(WRONG_STEP);
        assertThat(one.sign(signature(Capacity.SUPERVISOR))
                        .recorded(HOUR.plusSeconds(27))
                        .lot())
                .isEqualTo(SCHEDULED.lot());
    }

    private static Listed listed() {
        return (Listed) SCHEDULED.freeze(list(3, HOUR.plusSeconds(2)), TIMES.settle());
    }

    private static Unsealing unsealing() {
        return listed().written(HASH)
                .published(HOUR.plusSeconds(2), TIMES.viewing())
                .name(List.of(), UUID.randomUUID(), HOUR.plusSeconds(7))
                .drawn("0.97", HOUR.plusSeconds(10));
    }

    private static Opened opened() {
        return unsealing().reveal(List.of(), HOUR.plusSeconds(20), TIMES.objections());
    }

    private static Press press(int x, int bids) {
        var shares = new HashMap<String, String>();
        IntStream.range(0, bids).forEach(i -> shares.put("0" + i, "00"));
        return new Press("set", "trustee " + x, x, HOUR.plusSeconds(12), shares);
    }

    private static BidList list(int live, Instant frozenAt) {
        var bids = IntStream.range(0, live)
                .mapToObj(i -> new ListedBid("0" + i, HASH, 1, HASH, "LIVE", null))
                .toList();
        return new BidList(HOUR, frozenAt, bids);
    }

    private static Objection objection(Instant at) {
        return new Objection(UUID.randomUUID(), "bidder", at, doc(), null);
    }

    private static RecordSignature signature(Capacity capacity) {
        return new RecordSignature(capacity, capacity.name(), doc());
    }

    private static ObjectNode doc() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static Object refusal(ThrowingCallable act) {
        return catchThrowableOfType(Refused.class, act).code();
    }
}
