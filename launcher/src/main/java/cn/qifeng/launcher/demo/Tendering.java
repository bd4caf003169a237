package cn.qifeng.launcher.demo;

import cn.qifeng.kernel.score.PriceMethod;
import cn.qifeng.trust.envelope.OpeningMode;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.keyset.KeySetPurpose;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/** The agency's work: project, terms, template, bill, trustees, publication. */
final class Tendering {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int DAYS = 22;
    private static final int RELEASE_MINUTES = 30;
    private static final int SHARED_FROM = 5;
    private static final int STEP_MINUTES = 120;
    private static final int EVALUATION_HOURS = 8;

    private final Tour tour;
    private final Material material;
    private final Ceremony ceremony;
    private final Variant variant;

    Tendering(Tour tour, Material material, Ceremony ceremony, Variant variant) {
        this.tour = tour;
        this.material = material;
        this.ceremony = ceremony;
        this.variant = variant;
    }

    /** Registers project and tender, and writes the draft with all its files. */
    void write() throws IOException {
        var agency = tour.actor("agency").api();
        var project = agency.post(
                "/api/core/projects",
                CanonicalJson.object()
                        .put("name", material.projectName())
                        .put("kind", "A02")
                        .put("region", "330703")
                        .put(
                                "procuringEntity",
                                tour.person("tenderer").path("uscc").asText()));
        var tender =
                agency.post("/api/core/projects/" + project.path("id").asText() + "/tenders", CanonicalJson.object());
        tour.tender = tender.path("id").asText();
        tour.lot = tender.path("lot").asText();
        agency.put(path("/draft"), draft());
        if (material.template() != null) {
            agency.put(path("/template"), "application/octet-stream", Files.readAllBytes(material.template()));
        }
        agency.put(path("/bill"), "application/octet-stream", Files.readAllBytes(material.bill()));
        var filling = CanonicalJson.object();
        var fields = filling.putObject("fields");
        material.fields().forEach(fields::set);
        agency.post(path("/document"), filling);
    }

    /** Names the trustees, lets them make their keys, and publishes under the agency's signature. */
    void publish() {
        var agency = tour.actor("agency");
        var opened = agency.api().post(path("/key-set"), named());
        ceremony.hold(opened.path("id").asText(), KeySetPurpose.LOT);
        var doc = Tour.doc(agency.logIn().api().get(path("/publication/to-sign")));
        agency.api().post(path("/publication"), agency.sign(doc));
    }

    /** The notary declares its key lost, all make new ones, and the agency puts the new set in the former's place. */
    void replaceKeys() {
        var notary = ceremony.trustees().get(1).logIn();
        var former = current();
        var lost = CanonicalJson.object()
                .put("type", "key-lost")
                .put("v", 1)
                .put("tender", tour.tender)
                .put("lot", tour.lot)
                .put("set", former)
                .put("cause", "LOST")
                .put("reason", "密钥介质损坏");
        notary.api().post(tour.inLot("/key-losses"), notary.signInTender(tour.tender, lost));
        var agency = tour.actor("agency");
        ceremony.hold(agency.api().post(path("/key-set"), named()).path("id").asText(), KeySetPurpose.LOT);
        var reason = URLEncoder.encode("公证机构密钥介质损坏", StandardCharsets.UTF_8);
        var doc = Tour.doc(agency.logIn().api().get(path("/key-set/replacement/to-sign?reason=" + reason)));
        agency.api().post(path("/key-set/replacement"), agency.signInTender(tour.tender, doc));
        tour.await(
                tour.visitor(),
                tour.inLot("/key-sets"),
                it -> it.size() == 2 && it.path(1).path("inForceProof").isObject());
    }

    private String current() {
        return tour.visitor().get(tour.inLot("/key-sets")).path(0).path("set").asText();
    }

    private ObjectNode named() {
        var named = CanonicalJson.object().put("threshold", 2);
        ceremony.trustees().forEach(trustee -> named.withArray("members").add(trustee.account()));
        return named;
    }

    private String path(String below) {
        return "/api/core/tenders/" + tour.tender + below;
    }

    private ObjectNode draft() {
        var now = tour.now();
        var deadline = now.atZone(ZONE).plusDays(DAYS).with(LocalTime.of(9, 30)).toInstant();
        var draft = CanonicalJson.object()
                .put("lotName", material.lotName())
                .put("estimateFen", material.estimateFen())
                .put("ceilingFen", material.ceilingFen())
                .put("durationDaysMax", material.durationDays())
                .put("quality", "合格")
                .put("bidValidityDays", 90)
                .put("openingMode", variant.mode().name())
                .put("openingStepMinutes", STEP_MINUTES);
        if (variant.mode() == OpeningMode.BIDDERS) {
            draft.put("releaseMinutes", RELEASE_MINUTES);
        }
        schedule(draft.putObject("schedule"), now, deadline);
        draft.putObject("panel")
                .put("size", variant.members())
                .put("tendererSeats", 0)
                .put("evaluationHours", EVALUATION_HOURS)
                .put("source", variant.experts().name())
                .put("governmentFunds", provincial());
        method(draft);
        draft.putObject("security")
                .put("amountFen", material.securityFen())
                .putArray("forms")
                .add("BOND")
                .add("CASH");
        award(draft.putObject("award"));
        notice(draft.putObject("notice"));
        return draft;
    }

    private boolean provincial() {
        return variant.experts() == Variant.Experts.PROVINCIAL;
    }

    private static void schedule(ObjectNode schedule, Instant now, Instant deadline) {
        schedule.put("issuedAt", now.plusSeconds(5).toString())
                .put("questionDeadline", deadline.minus(Duration.ofDays(17)).toString())
                .put(
                        "clarificationDeadline",
                        deadline.minus(Duration.ofDays(15)).toString())
                .put("objectionDeadline", deadline.minus(Duration.ofDays(10)).toString())
                .put("bidDeadline", deadline.toString());
    }

    /** Method M-E: items to pass, and one adjustment of each kind. */
    private void review(ObjectNode method) {
        method.put("fullScore", "0").put("e1", "0").put("e2", "0").put("technicalFull", "5");
        method.putArray("k").add("1");
        var adjustments = method.putArray("adjustments");
        adjustment(adjustments, "临时便道", "OMISSION", "工程量清单第 3 页措施项目；以商务标报价为准");
        adjustment(adjustments, "工期", "DURATION", "以开标记录载明的工期为准")
                .put("baseDays", material.durationDays())
                .put("laterFen", 100_000)
                .put("earlierFen", 50_000);
        adjustment(adjustments, "付款条件", "DEVIATION", "投标函附录要求早于合同条款付款的，每一处").put("amountFen", 2_000_000);
        adjustment(adjustments, "预付款比例", "SHARE", "要求预付款比例高于合同条款的，每高一档").put("percent", "0.15");
        method.putObject("correction").put("ceiling", "SUNG").put("score", "CORRECTED");
    }

    private static ObjectNode adjustment(ArrayNode list, String name, String kind, String basis) {
        return list.addObject()
                .put("code", "L" + (list.size()))
                .put("name", name)
                .put("basis", basis)
                .put("kind", kind);
    }

    private void method(ObjectNode draft) {
        boolean reviewed = variant.method() == PriceMethod.LOWEST_REVIEWED_PRICE;
        var method = draft.putObject("method")
                .put("code", variant.method().code())
                .put("fullScore", "60")
                .put("e1", "1.0")
                .put("e2", "0.5")
                .put("technicalFull", "40");
        if (reviewed) {
            review(method);
        } else {
            drawn(method).forEach(method.putArray("k")::add);
            trim(method.putArray("trim").addObject());
        }
        if (variant.blind()) {
            BlindFiles.declare(method, reviewed ? "NONE" : "ZERO");
        }
        Screening.declare(draft);
        var criteria = draft.putArray("criteria");
        var names = TechnicalPlan.CRITERIA;
        for (int i = 0; i < names.size(); i++) {
            criteria.addObject()
                    .put("item", "T" + (i + 1))
                    .put("name", names.get(i))
                    .put("max", reviewed ? "1" : "8")
                    .put("kind", "SUBJECTIVE");
        }
    }

    /** By number, in method M-C by share. */
    private void trim(ObjectNode rule) {
        if (variant.method() == PriceMethod.MEAN_WITH_CEILING) {
            rule.put("bidsMin", SHARED_FROM).put("dropHigh", 0).put("dropLow", 0);
            rule.put("dropHighPercent", "20").put("dropLowPercent", "20");
        } else {
            rule.put("bidsMin", 6).put("dropHigh", 1).put("dropLow", 1);
        }
    }

    /** What the opening draws from; method M-C has two factors besides, and M-D a second set. */
    private List<String> drawn(ObjectNode method) {
        return switch (variant.method()) {
            case MEAN_LESS_DISCOUNT -> List.of("0.02", "0.03", "0.04", "0.05");
            case MEAN_WITH_CEILING -> {
                method.put("k1", "0.96").put("k2", "0.92");
                yield List.of("0.65", "0.70", "0.75", "0.80", "0.85");
            }
            case ABC_BLEND -> {
                List.of("0.12", "0.14", "0.16", "0.18", "0.20").forEach(method.putArray("delta")::add);
                yield List.of("0.950", "0.960", "0.970", "0.980");
            }
            default -> List.of("0.950", "0.955", "0.960", "0.965", "0.970", "0.975", "0.980");
        };
    }

    private void award(ObjectNode award) {
        if (variant.award() == Variant.AwardMode.RANKED) {
            award.put("mode", "RANKED")
                    .put("stateControlled", true)
                    .put("finalistsMax", 3)
                    .put("committeeSize", 0)
                    .put("roundsMax", 0)
                    .put("publicityDays", 3);
            return;
        }
        award.put("mode", "SEPARATED")
                .put("finalistsMax", 3)
                .put("committeeSize", 5)
                .put("roundsMax", 3)
                .put("publicityDays", 3);
        award.putObject("pilotBasis")
                .put("documentNo", "示例〔2026〕1号")
                .put("issuer", "示例公共资源交易监督管理机构")
                .put("scope", "市政工程评定分离试点（示例）")
                .put("example", true);
    }

    private void notice(ObjectNode notice) {
        notice.put("approval", "云浦市栖霞区发展和改革局 栖发改示例〔2026〕31号")
                .put("fundSource", provincial() ? "财政资金，出资比例100%" : "企业自筹资金，出资比例100%")
                .put("location", "云浦市栖霞区")
                .put("scale", material.projectName() + "的道路、排水、照明及附属工程")
                .put("qualification", "市政公用工程施工总承包二级及以上资质，安全生产许可证有效")
                .put("leaderQualification", "市政公用工程专业一级注册建造师，安全生产考核合格证书（B类）有效")
                .put("consortium", false)
                .put("objectionChannel", "通过本平台提出，招标人联系电话 000-88000001")
                .put("supervisor", "云浦市栖霞区招标投标监督管理办公室，000-88000003");
        notice.putArray("contacts").add("招标人：沈知远 000-88000001").add("招标代理：程以恒 000-88000002");
    }
}
