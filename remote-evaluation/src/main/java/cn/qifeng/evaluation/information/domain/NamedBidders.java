package cn.qifeng.evaluation.information.domain;

import cn.qifeng.evaluation.panel.domain.OpenedBid;
import cn.qifeng.evaluation.panel.domain.SessionOrder;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether words name a bidder (点名投标人): by its name, its credit code or the id of its bid, whatever blanks stand between
 * the letters. The auditors look in the same way. What only hints is left to the supervisor.
 */
public final class NamedBidders {

    private static final Pattern BLANKS = Pattern.compile("[ \t\r\n\u00a0\u3000]");

    private final Set<String> names = new TreeSet<>();

    private NamedBidders(Stream<String> names) {
        names.map(NamedBidders::bare).filter(it -> !it.isEmpty()).forEach(this.names::add);
    }

    /** The bidders of a session. */
    public static NamedBidders of(SessionOrder order) {
        return new NamedBidders(order.bids().stream().flatMap(NamedBidders::known));
    }

    /** These names in their place. */
    public static NamedBidders of(String... names) {
        return new NamedBidders(Stream.of(names));
    }

    private static Stream<String> known(OpenedBid bid) {
        return Stream.of(bid.name(), bid.uscc(), bid.bidId());
    }

    /** Whether one of these texts has one of the names in it. */
    public boolean in(String... texts) {
        return Stream.of(texts)
                .map(NamedBidders::bare)
                .anyMatch(text -> names.stream().anyMatch(text::contains));
    }

    private static String bare(String text) {
        return BLANKS.matcher(text).replaceAll("");
    }
}
