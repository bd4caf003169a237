package cn.qifeng.evaluation.measure;

import cn.qifeng.evaluation.panel.domain.AwardSetting;
import cn.qifeng.evaluation.panel.domain.Ceremony;
import cn.qifeng.evaluation.panel.domain.Criterion;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.MethodSetting;
import cn.qifeng.evaluation.panel.domain.OpenedBid;
import cn.qifeng.evaluation.panel.domain.Organisation;
import cn.qifeng.evaluation.panel.domain.Panel;
import cn.qifeng.evaluation.panel.domain.PanelComposition;
import cn.qifeng.evaluation.panel.domain.PassRules;
import cn.qifeng.evaluation.panel.domain.Seat;
import cn.qifeng.evaluation.panel.domain.SeatKind;
import cn.qifeng.evaluation.panel.domain.SeatState;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.panel.domain.SessionOrder;
import cn.qifeng.evaluation.panel.domain.TrimSetting;
import cn.qifeng.evaluation.panel.domain.Trustee;
import cn.qifeng.evaluation.scoring.domain.LabelOrder;
import cn.qifeng.evaluation.scoring.domain.Rejection;
import cn.qifeng.evaluation.scoring.domain.RejectionBasis;
import cn.qifeng.evaluation.scoring.domain.RejectionCode;
import cn.qifeng.evaluation.scoring.domain.RejectionVote;
import cn.qifeng.kernel.Fen;
import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.TenderId;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * A review whose sheets are about to be opened: made-up bids, of which every twentieth lies above the ceiling and is rejected,
 * and one sheet for each member. Half of the items are objective, and the members agree on them.
 */
final class MadeUpReview {

    private static final long CEILING = 1_000_000_000_00L;
    private static final int ABOVE_EVERY = 20;
    private static final int MAX_CENTS = 100;
    private static final int PRICE_POINTS = 40;
    private static final BigDecimal FIFTH = new BigDecimal("20");
    private static final Organisation OWNER = new Organisation("示例市政建设中心", "123307030000000001");
    private static final Organisation AGENCY = new Organisation("示例招标代理有限公司", "913307030000000002");

    private final EvaluationSession session;
    private final int[][][] cents;
    private final List<byte[]> sheets = new ArrayList<>();

    /**
     * Makes it.
     *
     * @param method {@code M-A} to {@code M-D}
     * @param members odd, 5 or more
     * @param items 2 or more
     */
    MadeUpReview(String method, int bids, int members, int items, long seed) {
        var random = new Random(seed + bids);
        session = session(order(method, bids, members, items, random));
        cents = new int[bids][members][items];
        for (var bid : cents) {
            var agreed = random.ints(items, 0, MAX_CENTS + 1).toArray();
            for (var member : bid) {
                for (int item = 0; item < items; item++) {
                    member[item] = objective(item) ? agreed[item] : random.nextInt(MAX_CENTS + 1);
                }
            }
        }
        for (int member = 0; member < members; member++) {
            sheets.add(CanonicalJson.encode(sheet(member)));
        }
    }

    EvaluationSession session() {
        return session;
    }

    /** A sheet for each seat, as it comes from its member; kept as bytes, so that the heap is left to what is measured. */
    List<byte[]> sheets() {
        return sheets;
    }

    /** Mean of the members' points for the bid at this place, from what the sheets were written from. */
    BigDecimal mean(int bid) {
        long sum = IntStream.range(0, cents[bid].length)
                .mapToLong(member -> IntStream.of(cents[bid][member]).sum())
                .sum();
        return BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(100L * cents[bid].length), 2, RoundingMode.HALF_UP);
    }

    /** The first member's sheet with another point for one objective item of its first bid. */
    byte[] deviating() {
        var sheet = CanonicalJson.decode(sheets.get(0));
        var first = (ObjectNode) sheet.at("/bids/0/items/0");
        first.put("score", first.path("score").asText().equals("0.50") ? "0.51" : "0.50");
        return CanonicalJson.encode(sheet);
    }

    /** Carried rejections of the bids above the ceiling, with the votes of all. */
    List<Rejection> rejections() {
        var all = new ArrayList<Rejection>();
        for (var bid : session.order().evaluated()) {
            if (bid.price().orElseThrow().value() > CEILING) {
                var proposal = new Rejection(
                        all.size() + 1,
                        bid.bidId(),
                        RejectionCode.RJ5,
                        "投标报价高于最高投标限价",
                        "bid.json",
                        RejectionBasis.ABOVE_CEILING,
                        Optional.empty(),
                        true,
                        session.panel().size(),
                        List.of());
                for (var seat : session.panel().seated()) {
                    proposal = proposal.with(new RejectionVote(seat.member(), true, "", "{}"));
                }
                all.add(proposal);
            }
        }
        return all;
    }

    private ObjectNode sheet(int member) {
        var order = session.order();
        var ids = order.bids().stream().map(OpenedBid::bidId).toList();
        var labels = LabelOrder.of(
                session.ceremony().labelSeed(),
                session.panel().seated().get(member).member(),
                ids);
        var names = labels.all();
        var sheet = CanonicalJson.object().put("reason", "");
        var bids = sheet.putArray("bids");
        for (int i = 0; i < names.size(); i++) {
            var points = cents[Integer.parseInt(labels.bidIds().get(i), 16) - 1][member];
            items(bids.addObject().put("label", names.get(i)).putArray("items"), points);
        }
        return sheet;
    }

    private static void items(ArrayNode items, int[] points) {
        for (int item = 0; item < points.length; item++) {
            items.addObject()
                    .put("item", code(item))
                    .put("score", BigDecimal.valueOf(points[item], 2).toPlainString())
                    .put("reason", objective(item) ? "" : "见技术标第" + (item + 1) + "章");
        }
    }

    private static EvaluationSession session(SessionOrder order) {
        int members = order.panel().size();
        var seats = IntStream.range(0, members)
                .mapToObj(i -> new Seat(
                        "E" + i, "p" + i, "%064x".formatted(i), "专家" + i, SeatKind.EXPERT, SeatState.RESERVE, ""))
                .toList();
        var ceremony = Ceremony.begun(new UUID(0, 1), new UUID(0, 2), "5e".repeat(32));
        return EvaluationSession.of(new SessionId(new UUID(0, 3)), order, ceremony)
                .formed("00".repeat(32), "{}")
                .drawn(seats, PassRules.NONE, new UUID(0, 4))
                .convene(panel -> convened(panel, seats), new UUID(0, 4))
                .committed();
    }

    private static Panel convened(Panel invited, List<Seat> seats) {
        var panel = invited;
        for (var seat : seats) {
            panel = panel.accept(seat.number()).checkIn(seat.number()).admit(seat.number());
        }
        for (var seat : seats) {
            panel = panel.vote(seat.number(), seats.get(0).number());
        }
        return panel;
    }

    private static SessionOrder order(String method, int bids, int members, int items, Random random) {
        return new SessionOrder(
                new TenderId(new UUID(0, 5)),
                new LotId(new UUID(0, 6)),
                "示例大道改造工程施工标段",
                "SG3307032026110012001",
                "示例大道改造工程",
                "330703",
                OWNER,
                AGENCY,
                new PanelComposition(members, 0),
                List.of(),
                Set.of(),
                new AwardSetting(true, 3),
                method(method, items),
                CEILING,
                IntStream.range(0, items)
                        .mapToObj(i -> new Criterion(code(i), "评分项" + (i + 1), BigDecimal.ONE, kind(i)))
                        .toList(),
                IntStream.rangeClosed(1, bids)
                        .mapToObj(i -> new OpenedBid(
                                "%032x".formatted(i),
                                "第%d投标企业".formatted(i),
                                "91330703%010d".formatted(i),
                                Optional.of(price(i, random)),
                                true,
                                Optional.empty(),
                                Optional.empty()))
                        .toList(),
                List.of(new Trustee("p", "00", "监督", "SUPERVISION")),
                List.of(),
                false);
    }

    private static Fen price(int bid, Random random) {
        double share = bid % ABOVE_EVERY == 0 ? 1.001 : 0.85 + 0.15 * random.nextDouble();
        return new Fen((long) (CEILING * share));
    }

    private static MethodSetting method(String code, int items) {
        boolean weighted = code.equals("M-C");
        boolean blended = code.equals("M-D");
        var published = CanonicalJson.object().put("code", code).put("fullScore", String.valueOf(PRICE_POINTS));
        return new MethodSetting(
                code,
                BigDecimal.valueOf(PRICE_POINTS),
                BigDecimal.ONE,
                new BigDecimal("0.5"),
                List.of(new TrimSetting(7, 0, 0, FIFTH, FIFTH)),
                BigDecimal.valueOf(items),
                code.equals("M-B") ? "0.03" : "0.97",
                weighted ? new BigDecimal("0.96") : null,
                weighted ? new BigDecimal("0.92") : null,
                published.toString(),
                blended ? "0.14" : null,
                blended ? "d5".repeat(32) : null);
    }

    private static String code(int item) {
        return "T%02d".formatted(item + 1);
    }

    private static boolean objective(int item) {
        return item % 2 == 0;
    }

    private static Criterion.Kind kind(int item) {
        return objective(item) ? Criterion.Kind.OBJECTIVE : Criterion.Kind.SUBJECTIVE;
    }
}
