package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Dossier.Entry;
import cn.qifeng.auditor.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The preliminary review: only where items for it were published, before the technical sheets or, where technical files are
 * blind or an item is about the price, behind them; whatever it rejected was voted on, and nothing that it rejected goes on.
 */
public final class ScreeningCheck implements Check {

    static final String COMMITTED = "evaluation/screening-committed";
    static final String REVEALED = "evaluation/screening-revealed";
    static final String SCREENED = "evaluation/screened";

    private static final int VALID_MIN = 3;
    private static final Set<String> WAYS = Set.of("CONTINUE", "REJECT_ALL");

    @Override
    public String name() {
        return "screening";
    }

    @Override
    public int run(Dossier dossier) {
        return Attempts.each(dossier, ScreeningCheck::attempt);
    }

    private static int attempt(Dossier dossier) {
        var screened = dossier.entries(SCREENED);
        if (dossier.publication().path("review").isEmpty()) {
            dossier.entries().stream()
                    .filter(ScreeningCheck::belongs)
                    .findFirst()
                    .ifPresent(entry -> {
                        throw new Broken(entry.object(), "a preliminary review for which no item was published");
                    });
            procurement(dossier);
            return 0;
        }
        screened.forEach(entry -> result(dossier, entry));
        order(dossier);
        NamedMembers.check(dossier, behind(dossier));
        procurement(dossier);
        Judgements.check(dossier, screened);
        return screened.size();
    }

    /** The last decision on the preliminary review before an entry; empty where there is none behind its panel. */
    static Optional<Entry> before(Dossier dossier, int n) {
        int panel = lastPanel(dossier, n);
        return dossier.entries(SCREENED).stream()
                .filter(entry -> entry.n() < n && entry.n() > panel)
                .reduce((former, last) -> last);
    }

    /**
     * Number of the last panel before an entry, and before the first report: what a former panel decided is void, and a
     * re-review does not decide it anew.
     */
    static int lastPanel(Dossier dossier, int n) {
        int report = dossier.first("evaluation/report").map(Entry::n).orElse(Integer.MAX_VALUE);
        return dossier.entries("evaluation/panel").stream()
                .mapToInt(Entry::n)
                .filter(panel -> panel < n && panel < report)
                .max()
                .orElse(0);
    }

    private static boolean belongs(Entry entry) {
        return Set.of(COMMITTED, REVEALED, SCREENED, NamedMembers.OPENED).contains(entry.type());
    }

    /** Every opened bid passed or was rejected by a vote of this panel, and of few that are left the panel says why. */
    private static void result(Dossier dossier, Entry entry) {
        var body = entry.body();
        var object = entry.object();
        Shape.exactly(body, object, "session", "version", "competition", "passed", "rejected", "labelSeed");
        var opened = dossier.first("evaluation/opened")
                .orElseThrow(() -> new Broken(object, "screened without evaluation/opened"));
        Shape.equal(body, "session", opened.body().path("session"), object, "a preliminary review of another session");
        var carried = new TreeSet<String>();
        int panel = lastPanel(dossier, entry.n());
        for (Entry rejected : dossier.entries("evaluation/rejected")) {
            if (rejected.n() < entry.n() && rejected.n() > panel && carried(rejected)) {
                carried.add(rejected.body().path("bidId").asText());
            }
        }
        var passed = new ArrayList<String>();
        var out = new ArrayList<String>();
        opened.body().path("bids").forEach(bid -> (carried.contains(bid.asText()) ? out : passed).add(bid.asText()));
        Broken.unless(
                texts(body.path("rejected")).equals(out), object + "#rejected", "not the bids that were rejected");
        Broken.unless(texts(body.path("passed")).equals(passed), object + "#passed", "not the bids that passed");
        competition(dossier, entry, passed.size());
    }

    private static void competition(Dossier dossier, Entry entry, int left) {
        var said = entry.body().path("competition");
        boolean few = left > 0 && left < VALID_MIN;
        boolean fits = few ? WAYS.contains(said.asText()) : said.isNull();
        Broken.unless(fits, entry.object() + "#competition", "not one of the ways that fewer than three bids leave");
        boolean ends = left == 0 || said.asText().equals("REJECT_ALL");
        boolean goesOn = dossier.entries().stream()
                .anyMatch(it -> it.n() > entry.n()
                        && lastPanel(dossier, it.n()) == lastPanel(dossier, entry.n())
                        && Set.of("evaluation/committed", "evaluation/scored").contains(it.type()));
        Broken.unless(!ends || !goesOn, entry.object(), "evaluated although nothing was left to evaluate");
    }

    /** Whether technical sheets come first: where files are blind, and where an item is judged by the price. */
    static boolean behind(Dossier dossier) {
        boolean prices = false;
        for (JsonNode one : dossier.publication().path("review")) {
            prices |= one.path("about").asText().equals("PRICE");
        }
        return prices || dossier.publication().path("method").path("blind").isObject();
    }

    /** Judged first and scored then; or the other way round. */
    private static void order(Dossier dossier) {
        boolean behind = behind(dossier);
        for (Entry entry : dossier.entries()) {
            boolean technical = entry.type().equals("evaluation/committed");
            boolean decides =
                    entry.type().equals("evaluation/scored") || entry.type().equals("evaluation/report");
            if (decides || technical && !behind) {
                Broken.unless(
                        before(dossier, entry.n()).isPresent(),
                        entry.object(),
                        "a step before the preliminary review was decided");
            }
            if (technical && behind) {
                int since = Math.max(lastPanel(dossier, entry.n()), Reviews.begin(dossier, entry.n()));
                boolean judged = dossier.entries(NamedMembers.OPENED).stream()
                        .anyMatch(it -> it.n() < entry.n() && it.n() > since);
                Broken.unless(!judged, entry.object(), "a blind sheet behind the preliminary review");
            }
        }
    }

    /** In government procurement fewer than three bids that respond are scored by nobody (政府采购法 §36). */
    private static void procurement(Dossier dossier) {
        if (!dossier.publication().path("lot").path("unifiedDealCode").asText().startsWith("D")) {
            return;
        }
        for (Entry scored : dossier.entries("evaluation/scored")) {
            Broken.unless(
                    scored.body().path("input").path("prices").size() >= VALID_MIN,
                    scored.object(),
                    "fewer than three bids scored in government procurement");
        }
        for (Entry entry : dossier.entries(SCREENED)) {
            Broken.unless(
                    !entry.body().path("competition").asText().equals("CONTINUE"),
                    entry.object() + "#competition",
                    "fewer than three bids scored in government procurement");
        }
    }

    /** Whether a proposal was carried. */
    static boolean carried(Entry rejected) {
        return rejected.body().path("carried").booleanValue();
    }

    /** The texts of a list. */
    static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(item -> texts.add(item.asText()));
        return texts;
    }
}
