package cn.qifeng.launcher.fuzz;

import cn.qifeng.trust.TrustRefusal;
import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.stamp.TimeStampQuery;
import cn.qifeng.trust.stamp.TimeStamps;
import java.util.List;
import java.util.Map;

/**
 * Time-stamp tokens, answers and questions (RFC 3161). A token that verifies says what the genuine one says; no answer is
 * taken for another question; a question gets an answer or a refusal.
 */
public final class TimeStampTarget {

    private static final World WORLD = World.told();
    private static final byte[] IMPRINT = Sm3.of(Bytes.ascii("a head"));
    private static final TimeStampQuery QUERY = TimeStampQuery.over(IMPRINT, WORLD.random);
    private static final TimeStampQuery OTHER = TimeStampQuery.over(IMPRINT, WORLD.random);

    private TimeStampTarget() {}

    /** Writes the seeds. */
    public static void fuzzerInitialize() {
        World.seed(Map.of(
                "token",
                WORLD.authority.stamp(IMPRINT, WORLD.now),
                "reply",
                WORLD.authority.reply(QUERY.encode(), WORLD.now),
                "query",
                QUERY.encode()));
    }

    /** Tries one input. */
    public static void fuzzerTestOneInput(byte[] data) {
        var keys = List.of(WORLD.authority.certificate());
        Properties.accepted(() -> TimeStamps.verify(data, IMPRINT, keys), TrustRefusal.BAD_STAMP)
                .ifPresent(stamp ->
                        Properties.hold(stamp.at().equals(WORLD.now), "a token says the time that was signed"));
        Properties.accepted(() -> QUERY.tokenIn(data), TrustRefusal.BAD_STAMP)
                .flatMap(token -> Properties.accepted(
                        () -> TimeStamps.verifyOutside(token, IMPRINT, keys), TrustRefusal.BAD_STAMP))
                .ifPresent(stamp ->
                        Properties.hold(stamp.at().equals(WORLD.now), "an answer says the time that was signed"));
        Properties.hold(
                Properties.accepted(() -> OTHER.tokenIn(data), TrustRefusal.BAD_STAMP)
                        .flatMap(token -> Properties.accepted(
                                () -> TimeStamps.verifyOutside(token, IMPRINT, keys), TrustRefusal.BAD_STAMP))
                        .isEmpty(),
                "an answer to one question is none to another");
        Properties.accepted(() -> WORLD.authority.reply(data, WORLD.now), TrustRefusal.BAD_STAMP);
    }
}
