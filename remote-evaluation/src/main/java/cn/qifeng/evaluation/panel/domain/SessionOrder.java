package cn.qifeng.evaluation.panel.domain;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.TenderId;
import cn.qifeng.kernel.score.PriceMethod;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What trading-core hands over when a lot is opened (评标任务): the published rules and the opened bids.
 *
 * @param review items of the preliminary review; none in a tender of an older form
 * @param procurement whether it is government procurement (政府采购), where fewer than three bids that respond end it
 */
public record SessionOrder(
        TenderId tender,
        LotId lot,
        String name,
        String lotCode,
        String project,
        String region,
        Organisation procuringEntity,
        Organisation agency,
        PanelComposition panel,
        List<TendererMember> tendererMembers,
        Set<String> specialties,
        AwardSetting award,
        MethodSetting method,
        long ceilingFen,
        List<Criterion> criteria,
        List<OpenedBid> bids,
        List<Trustee> trustees,
        List<ReviewItem> review,
        Boolean procurement) {

    private static final String NOTARY = "NOTARY";
    private static final Set<String> METHODS = Set.of("M-A", "M-B", "M-C", "M-D", "M-E");

    public SessionOrder {
        tendererMembers = List.copyOf(tendererMembers);
        specialties = Set.copyOf(specialties);
        criteria = List.copyOf(criteria);
        bids = List.copyOf(bids);
        trustees = List.copyOf(trustees);
        review = review == null ? List.of() : List.copyOf(review);
        procurement = procurement != null && procurement;
    }

    private void checkMethod() {
        if (!METHODS.contains(method.code())) {
            same("method.code", method.code(), METHODS);
        }
        boolean factors = method.k1() != null && method.k2() != null;
        same("method.k1", factors, method.price() == PriceMethod.MEAN_WITH_CEILING);
        boolean reviewed = method.price() == PriceMethod.LOWEST_REVIEWED_PRICE;
        same("delta", method.delta() != null, method.price() == PriceMethod.ABC_BLEND);
        same("drawSeed", method.seed() != null, reviewed || method.price() == PriceMethod.ABC_BLEND);
        if (reviewed) {
            checkReviewed();
        }
    }

    /** Items are passed or not, the adjustments can be read, and every bid says how many days it offers. */
    private void checkReviewed() {
        criteria.forEach(it -> same("criteria." + it.item(), it.max().stripTrailingZeros(), BigDecimal.ONE));
        bids.stream()
                .filter(OpenedBid::valid)
                .forEach(it -> same(
                        "bids." + it.bidId() + ".durationDays",
                        it.durationDays().isPresent(),
                        true));
        try {
            DeclaredAdjustment.of(method);
        } catch (IllegalArgumentException unknown) {
            same("method.adjustments", unknown.getMessage(), "adjustments of the tender document");
        }
    }

    /** Refuses an order that breaks a rule of the panel or contradicts itself. */
    public void check() {
        panel.check();
        award.check();
        same("tendererMembers", tendererMembers.size(), panel.tendererSeats());
        checkMethod();
        var sum = criteria.stream().map(Criterion::max).reduce(BigDecimal.ZERO, BigDecimal::add);
        same("criteria", sum.stripTrailingZeros(), method.technicalFull().stripTrailingZeros());
        unique(
                "criteria, review",
                Stream.concat(
                                criteria.stream().map(Criterion::item),
                                review.stream().map(ReviewItem::item))
                        .toList());
        unique("bids", bids.stream().map(OpenedBid::bidId).toList());
        if (evaluated().isEmpty() || trustees.isEmpty()) {
            throw PanelRefusal.BAD_ORDER.with(
                    Facts.field("bids", evaluated().size(), "1 or more").map());
        }
    }

    /** Bids that were opened and have a price, in the order of the bid list. */
    public List<OpenedBid> evaluated() {
        return bids.stream().filter(it -> it.valid() && it.price().isPresent()).toList();
    }

    /** Whether technical files are blind (暗标). */
    public boolean blind() {
        return BlindSetting.of(method).isPresent();
    }

    /** Whether an item of the preliminary review is judged by the price (与报价有关的初步评审项). */
    public boolean screensPrices() {
        return review.stream().anyMatch(it -> it.about() == ReviewItem.Evidence.PRICE);
    }

    /** Whether the preliminary review comes behind the technical sheets: for names, or for a price, that open there. */
    public boolean screenedBehind() {
        return blind() || screensPrices();
    }

    /** An evaluated bid by its id. */
    public Optional<OpenedBid> bid(String bidId) {
        return evaluated().stream().filter(it -> it.bidId().equals(bidId)).findFirst();
    }

    /** Names of all units to which no member may be tied: bidders, agency and procuring entity. */
    public Set<String> units() {
        var units = new TreeSet<String>();
        bids.forEach(it -> units.add(it.name()));
        units.add(agency.name());
        units.add(procuringEntity.name());
        return units;
    }

    /** Whether the organisation of this credit code is the procuring entity or its agency. */
    public boolean isHost(String uscc) {
        return uscc.equals(procuringEntity.uscc()) || uscc.equals(agency.uscc());
    }

    /** Whether this person keeps a key of the session for the notary. */
    public boolean isNotary(String person) {
        return trustees.stream()
                .anyMatch(it -> it.side().equals(NOTARY) && it.personId().equals(person));
    }

    private static void same(String field, Object seen, Object expected) {
        if (!seen.equals(expected)) {
            throw PanelRefusal.BAD_ORDER.with(Facts.field(field, seen, expected).map());
        }
    }

    private static void unique(String field, List<String> values) {
        if (new HashSet<>(values).size() != values.size()) {
            throw PanelRefusal.BAD_ORDER.with(
                    Facts.field(field, values, "no value twice").map());
        }
    }
}
