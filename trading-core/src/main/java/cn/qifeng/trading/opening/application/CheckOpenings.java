package cn.qifeng.trading.opening.application;

import cn.qifeng.trading.log.application.Chain;
import cn.qifeng.trading.log.application.HeldAgainstLog;
import cn.qifeng.trading.log.domain.LogDifference;
import cn.qifeng.trading.log.domain.LogDifference.Kind;
import cn.qifeng.trading.log.domain.RecordedEntry;
import cn.qifeng.trading.opening.domain.BidList;
import cn.qifeng.trading.opening.domain.BidOpening;
import cn.qifeng.trading.opening.domain.BidderName;
import cn.qifeng.trading.opening.domain.Checkpoint;
import cn.qifeng.trading.opening.domain.HeldDecision;
import cn.qifeng.trading.opening.domain.Openings;
import cn.qifeng.trading.opening.domain.Press;
import cn.qifeng.trading.tender.application.Lots;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Holds every stored opening against the tender's chain (开标记录与存证链核对): list, names, releases, presses, prices. */
@ApplicationScoped
class CheckOpenings implements HeldAgainstLog {

    private static final List<String> TYPES =
            List.of("lot/bid-list", "lot/held-decided", "lot/failed", "lot/names", "lot/release-list", "lot/opened");

    private final Lots lots;
    private final Openings openings;
    private final CheckSuspensions suspensions;
    private final Chain chain;

    CheckOpenings(Lots lots, Openings openings, CheckSuspensions suspensions, Chain chain) {
        this.suspensions = suspensions;
        this.lots = lots;
        this.openings = openings;
        this.chain = chain;
    }

    @Override
    public void check(Consumer<LogDifference> found) {
        List<PublishedLot> published = QuarkusTransaction.requiringNew().call(lots::published);
        published.forEach(lot -> {
            try {
                QuarkusTransaction.requiringNew().run(() -> one(lot, found));
            } catch (RuntimeException unreadable) {
                found.accept(new LogDifference(
                        Kind.OPENING,
                        "opening " + lot.lot() + " lot/",
                        "a state that cannot be read: " + unreadable.getMessage(),
                        "what the chain says"));
            }
        });
    }

    /** Locked, so that no step comes between the state and its entries. */
    private void one(PublishedLot lot, Consumer<LogDifference> found) {
        var opening = openings.locked(lot.lot()).orElse(null);
        var entries = chain.entries(lot.tender());
        var place = "opening " + lot.lot();
        Map<String, JsonNode> stored = opening == null ? Map.of() : stored(opening);
        for (String type : TYPES) {
            if (behindAnEnd(opening, type)) {
                continue;
            }
            var told = entries.stream()
                    .filter(entry -> entry.type().equals(type))
                    .map(entry -> (JsonNode) entry.body())
                    .toList();
            var kept = stored.containsKey(type) ? List.of(stored.get(type)) : List.<JsonNode>of();
            if (!told.equals(kept)) {
                found.accept(new LogDifference(
                        Kind.OPENING, place + " " + type, said(kept), "as the chain says: " + said(told)));
            }
        }
        suspensions.check(lot, entries, found);
        var presses = opening == null ? List.<Map<String, String>>of() : presses(opening);
        var pressed = pressed(entries);
        if (!pressed.equals(presses) && !behindAnEnd(opening, "lot/pressed")) {
            found.accept(new LogDifference(
                    Kind.OPENING, place + " lot/pressed", presses.size() + " presses", pressed.size() + " others"));
        }
    }

    /** A lot that failed keeps its count alone, also when a list, or more, came before. */
    private static boolean behindAnEnd(BidOpening opening, String type) {
        return opening instanceof BidOpening.Failed && !type.equals("lot/failed");
    }

    private static String said(List<JsonNode> bodies) {
        return bodies.isEmpty() ? "nothing" : Sm3.hex(CanonicalJson.encode(bodies.get(0)));
    }

    /** What the stored state says, as the entries of the chain would say it. */
    private static Map<String, JsonNode> stored(BidOpening opening) {
        var bodies = new TreeMap<String, JsonNode>();
        var opened = opened(opening);
        if (opened != null) {
            bodies.put("lot/opened", parsed(OpeningEntries.opened(opened.results())));
            bodies.putAll(stored(opened.unsealing()));
        } else if (opening instanceof BidOpening.Failed failed) {
            bodies.put("lot/failed", parsed(OpeningEntries.failed(failed)));
        } else if (opening instanceof BidOpening.Listed listed) {
            listed(bodies, listed.list(), listed.listHash(), listed.held());
        } else if (opening instanceof BidOpening.Releasing releasing) {
            named(bodies, releasing.checkpoint(), releasing.names());
        } else if (opening instanceof BidOpening.Released released) {
            named(bodies, released.checkpoint(), released.names());
        } else if (opening instanceof BidOpening.Drawing drawing) {
            named(bodies, drawing.checkpoint(), drawing.names());
        } else if (opening instanceof BidOpening.Unsealing unsealing) {
            named(bodies, unsealing.checkpoint(), unsealing.names());
        }
        return bodies;
    }

    private static void listed(Map<String, JsonNode> bodies, BidList list, String hash, HeldDecision held) {
        bodies.put("lot/bid-list", parsed(OpeningEntries.bidList(list)));
        if (held != null) {
            bodies.put("lot/held-decided", parsed(OpeningEntries.heldDecided(hash, held)));
        }
    }

    private static void named(Map<String, JsonNode> bodies, Checkpoint checkpoint, List<BidderName> names) {
        listed(bodies, checkpoint.list(), checkpoint.hash(), checkpoint.held());
        bodies.put("lot/names", parsed(OpeningEntries.names(names)));
        if (checkpoint.releases() != null) {
            bodies.put(
                    "lot/release-list", parsed(OpeningEntries.releaseList(checkpoint.hash(), checkpoint.releases())));
        }
    }

    private static BidOpening.Opened opened(BidOpening opening) {
        if (opening instanceof BidOpening.Recorded recorded) {
            return recorded.opened();
        }
        return opening instanceof BidOpening.Opened opened ? opened : null;
    }

    private static List<Map<String, String>> presses(BidOpening opening) {
        var opened = opened(opening);
        if (opened != null) {
            return presses(opened.unsealing());
        }
        return opening instanceof BidOpening.Unsealing unsealing
                ? unsealing.presses().stream().map(Press::shares).toList()
                : List.of();
    }

    private static List<Map<String, String>> pressed(List<RecordedEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.type().equals("lot/pressed"))
                .map(entry -> shares(entry.body().path("statement").path("doc").path("shares")))
                .toList();
    }

    private static Map<String, String> shares(JsonNode array) {
        var shares = new TreeMap<String, String>();
        for (JsonNode each : array) {
            if (each.has("share")) {
                shares.put(each.path("bidId").asText(), each.path("share").asText());
            }
        }
        return shares;
    }

    /** As it reads from the chain, with the same kinds of nodes. */
    private static ObjectNode parsed(ObjectNode body) {
        return CanonicalJson.decode(CanonicalJson.encode(body));
    }
}
