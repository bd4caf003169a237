package cn.qifeng.evaluation.panel.web;

import cn.qifeng.evaluation.panel.domain.AwardSetting;
import cn.qifeng.evaluation.panel.domain.Criterion;
import cn.qifeng.evaluation.panel.domain.MethodSetting;
import cn.qifeng.evaluation.panel.domain.OpenedBid;
import cn.qifeng.evaluation.panel.domain.Organisation;
import cn.qifeng.evaluation.panel.domain.PanelComposition;
import cn.qifeng.evaluation.panel.domain.ReviewItem;
import cn.qifeng.evaluation.panel.domain.SessionOrder;
import cn.qifeng.evaluation.panel.domain.TendererMember;
import cn.qifeng.evaluation.panel.domain.TrimSetting;
import cn.qifeng.evaluation.panel.domain.Trustee;
import cn.qifeng.kernel.Fen;
import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.TenderId;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The order of a session as trading-core posts it; members that this service does not need are ignored. */
@JsonIgnoreProperties(ignoreUnknown = true)
record SessionBody(
        TenderId tender,
        LotId lot,
        String name,
        String lotCode,
        String project,
        String region,
        Unit procuringEntity,
        Unit agency,
        Size panel,
        List<Member> tendererMembers,
        Set<String> specialties,
        Award award,
        ObjectNode method,
        String k,
        String delta,
        String drawSeed,
        long ceilingFen,
        List<Item> criteria,
        List<Bid> bids,
        List<Keeper> trustees,
        List<ReviewItem> review,
        Boolean procurement) {

    private static final String SEPARATED = "SEPARATED";

    SessionOrder toOrder() {
        return new SessionOrder(
                tender,
                lot,
                name,
                lotCode,
                project,
                region,
                procuringEntity.toDomain(),
                agency.toDomain(),
                panel.toDomain(),
                orEmpty(tendererMembers).stream().map(Member::toDomain).toList(),
                specialties == null ? Set.of() : specialties,
                new AwardSetting(award.mode().startsWith(SEPARATED), award.finalistsMax()),
                methodSetting(),
                ceilingFen,
                items(),
                bids.stream().map(Bid::toDomain).toList(),
                trustees.stream().map(Keeper::toDomain).toList(),
                orEmpty(review),
                procurement);
    }

    private MethodSetting methodSetting() {
        var trim = new ArrayList<TrimSetting>();
        method.path("trim")
                .forEach(it -> trim.add(new TrimSetting(
                        it.path("bidsMin").asInt(),
                        it.path("dropHigh").asInt(),
                        it.path("dropLow").asInt(),
                        percent(it, "dropHighPercent"),
                        percent(it, "dropLowPercent"))));
        return new MethodSetting(
                method.required("code").asText(),
                decimal("fullScore"),
                decimal("e1"),
                decimal("e2"),
                trim,
                decimal("technicalFull"),
                k,
                method.hasNonNull("k1") ? decimal("k1") : null,
                method.hasNonNull("k2") ? decimal("k2") : null,
                new String(CanonicalJson.encode(method), StandardCharsets.UTF_8),
                delta,
                drawSeed);
    }

    private static BigDecimal percent(JsonNode rule, String field) {
        return rule.has(field) ? new BigDecimal(rule.path(field).asText()) : null;
    }

    /** The published items; a publication without items has one, the whole technical part. */
    private List<Criterion> items() {
        var items = orEmpty(criteria).stream().map(Item::toDomain).toList();
        return items.isEmpty()
                ? List.of(new Criterion("T", "技术标", decimal("technicalFull"), Criterion.Kind.SUBJECTIVE))
                : items;
    }

    private BigDecimal decimal(String field) {
        return new BigDecimal(method.required(field).asText());
    }

    private static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : list;
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Unit(String name, String uscc) {

        Organisation toDomain() {
            return new Organisation(name, uscc);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Size(int size, int tendererSeats, Unit library, Integer evaluationHours) {

        PanelComposition toDomain() {
            return new PanelComposition(
                    size,
                    tendererSeats,
                    Optional.ofNullable(library).map(Unit::toDomain),
                    Optional.ofNullable(evaluationHours));
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Award(String mode, int finalistsMax) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Member(String personId, String certificateId, String certificate, String name) {

        TendererMember toDomain() {
            return new TendererMember(personId, certificateId, certificate, name);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Item(String item, String name, String max, Criterion.Kind kind) {

        Criterion toDomain() {
            return new Criterion(item, name, new BigDecimal(max), kind);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Bid(
            String bidId, String name, String uscc, Long priceFen, Integer durationDays, String status, String party) {

        OpenedBid toDomain() {
            return new OpenedBid(
                    bidId,
                    name,
                    uscc,
                    Optional.ofNullable(priceFen).map(Fen::new),
                    "OPENED".equals(status),
                    Optional.ofNullable(durationDays),
                    Optional.ofNullable(party));
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Keeper(String personId, String certificateId, String name, String side) {

        Trustee toDomain() {
            return new Trustee(personId, certificateId, name, side);
        }
    }
}
