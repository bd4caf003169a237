package cn.qifeng.trading.opening.application;

import cn.qifeng.trading.log.domain.LogDifference;
import cn.qifeng.trading.log.domain.LogDifference.Kind;
import cn.qifeng.trading.log.domain.RecordedEntry;
import cn.qifeng.trading.opening.domain.StoredSuspension;
import cn.qifeng.trading.opening.domain.Suspension;
import cn.qifeng.trading.opening.domain.Suspensions;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Moments;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Holds every stored suspension of a lot, and every decision over one, against the tender's chain (中止记录与存证链核对). */
@ApplicationScoped
class CheckSuspensions {

    private static final String SUSPENDED = "lot/suspended";
    private static final String DECIDED = "lot/suspension-decided";

    private final Suspensions suspensions;

    CheckSuspensions(Suspensions suspensions) {
        this.suspensions = suspensions;
    }

    /** Tells of the first suspension and of the first decision that differ, under the caller's lock. */
    void check(PublishedLot lot, List<RecordedEntry> entries, Consumer<LogDifference> found) {
        var stored = suspensions.stored(lot.lot());
        var place = "opening " + lot.lot() + " ";
        compare(place + SUSPENDED, stored.stream().map(CheckSuspensions::kept).toList(), told(entries), found);
        compare(place + DECIDED, keptDecisions(stored), toldDecisions(entries), found);
    }

    private static void compare(String place, List<String> kept, List<String> told, Consumer<LogDifference> found) {
        IntStream.range(0, Math.max(kept.size(), told.size()))
                .filter(i -> !at(kept, i).equals(at(told, i)))
                .findFirst()
                .ifPresent(i -> found.accept(
                        new LogDifference(Kind.OPENING, place, at(kept, i), "as the chain says: " + at(told, i))));
    }

    private static String at(List<String> all, int i) {
        return i < all.size() ? all.get(i) : "none";
    }

    private static String kept(StoredSuspension stored) {
        var suspension = stored.suspension();
        if (suspension == null) {
            return "a row that cannot be read";
        }
        return stored.columnsHold()
                ? said(
                        suspension.serial(),
                        suspension.cause().name(),
                        Moments.format(suspension.since()),
                        suspension.entry())
                : "columns of another suspension";
    }

    private static List<String> told(List<RecordedEntry> entries) {
        var told = entries.stream().filter(it -> it.type().equals(SUSPENDED)).toList();
        return IntStream.range(0, told.size())
                .mapToObj(i -> said(
                        i + 1,
                        told.get(i).body().path("cause").asText(),
                        told.get(i).body().path("since").asText(),
                        told.get(i).ref().hash()))
                .toList();
    }

    private static String said(int serial, String cause, String since, String entry) {
        return serial + " " + cause + " since " + since + " in entry " + entry;
    }

    private static List<String> keptDecisions(List<StoredSuspension> stored) {
        return stored.stream()
                .map(StoredSuspension::suspension)
                .filter(suspension -> suspension != null && !suspension.open())
                .map(CheckSuspensions::decision)
                .toList();
    }

    private static String decision(Suspension suspension) {
        return Sm3.hex(
                CanonicalJson.encode(OpeningEntries.suspensionDecided(suspension.entry(), suspension.decision())));
    }

    private static List<String> toldDecisions(List<RecordedEntry> entries) {
        return entries.stream()
                .filter(it -> it.type().equals(DECIDED))
                .map(it -> Sm3.hex(CanonicalJson.encode(it.body())))
                .toList();
    }
}
