package cn.qifeng.launcher.demo;

import cn.qifeng.auditor.Audit;
import cn.qifeng.auditor.Report;
import cn.qifeng.kernel.score.PriceMethod;
import cn.qifeng.trust.envelope.OpeningMode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One whole tender from notice to contract, step by step, and its package audited. */
final class Scenario {

    /** A step; whatever it throws ends the demo. */
    private interface Step {
        void run() throws Exception;
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PARTY = "party.zip";
    private static final List<String> SHUT = List.of("evidence.zip", "public.zip");
    private static final List<String> OPEN = List.of("evidence.zip", "public.zip", PARTY);

    private final Tour tour;
    private final Path out;
    private final Demo.Watch watch;
    private final Variant variant;
    private final Map<String, Double> steps = new LinkedHashMap<>();
    private final Ceremony ceremony;
    private final Tendering tendering;
    private final Bidders bidders;
    private final Opening opening;
    private final Seats seats;
    private final Evaluation evaluation;
    private final Award award;

    Scenario(Tour tour, Material material, Path out, Demo.Watch watch, Variant variant) {
        this.variant = variant;
        this.tour = tour;
        this.out = out;
        this.watch = watch;
        ceremony = new Ceremony(List.of(tour.actor("supervisor"), tour.actor("notary"), tour.actor("operator")));
        tendering = new Tendering(tour, material, ceremony, variant);
        bidders = new Bidders(tour, material, out);
        opening = new Opening(tour, ceremony, bidders);
        seats = new Seats(tour, ceremony);
        evaluation = new Evaluation(tour, ceremony, seats);
        award = new Award(tour);
    }

    /** Runs every step and audits the packages; with a contract it writes the summary too. */
    Demo.Outcome run(Demo.Ending ending) throws Exception {
        step("draft", "招标文件与清单", tendering::write);
        step("publish", "密钥仪式与发布公告", tendering::publish);
        step("bidders", "投标人登录、注册与验证", bidders::arrive);
        step("bonds", "电子保函", bidders::secure);
        seal();
        if (ending == Demo.Ending.TOO_FEW) {
            step("fail", "投标不足三个，流标", opening::fail);
        } else {
            open();
            evaluate(ending);
        }
        var files = ending == Demo.Ending.TOO_FEW ? SHUT : OPEN;
        step("package", "存证包", () -> packages(files));
        boolean proved = true;
        for (String file : files) {
            proved &= audit(file).verdict() == Report.Verdict.PROVED;
        }
        if (ending == Demo.Ending.CONTRACT) {
            summary();
        }
        return new Demo.Outcome(proved, steps);
    }

    private void seal() throws Exception {
        if (!variant.replaceKeys()) {
            step("seal", "加密、上传、封标、回执", bidders::seal);
            return;
        }
        step("seal", "前一半投标人加密、封标", bidders::sealFirstHalf);
        step("replace", "声明密钥遗失、更替密钥组", tendering::replaceKeys);
        step("seal-again", "其余投标人向新密钥组封标", bidders::sealSecondHalf);
    }

    private void open() throws Exception {
        step("freeze", "截止、封存名单、核对回执", opening::freeze);
        if (variant.mode() == OpeningMode.BIDDERS) {
            step("release", "投标人解密放行", opening::release);
        }
        step("draw", "公开抽取", opening::draw);
        step("press", "保管人启封、同时揭示", opening::press);
        step("record", "异议与开标记录", opening::record);
    }

    private void evaluate(Demo.Ending ending) throws Exception {
        if (variant.seats()) {
            step("hours", "等到评标场所开放", seats::waitForHours);
        }
        step("panel", "会话密钥、抽取专家", evaluation::form);
        if (variant.seats()) {
            step("seats", "预定、抽取席位，激活终端", seats::arrange);
        }
        step("convene", "签到、回避承诺、推选组长", evaluation::convene);
        var faults = new Faults(tour, seats, evaluation);
        if (variant.faults()) {
            step("fault", "故障停止评标，时限内排除", faults::cleared);
        }
        step("time", "确定评标时间，成员要求延长，予以延长", evaluation::extend);
        step("inform", "向招标人征询信息，问题与答复双向放行", evaluation::inform);
        review("");
        if (variant.faults()) {
            doAgain(faults);
        }
        if (ending == Demo.Ending.ALL_REJECTED) {
            step("reject", "逐一表决否决", evaluation::rejectAll);
        }
        step("report", "评标报告与签名", evaluation::report);
        if (variant.seats()) {
            step("handover", "副场移交资料，主场逐项核收", new HandingOver(tour, out.resolve("handover"))::settle);
        }
        if (ending == Demo.Ending.ALL_REJECTED) {
            step("fail", "全部否决，流标", opening::failed);
            return;
        }
        decide();
        step("contract", "合同、保函释放、结案", this::contract);
    }

    /** What the panel does before its leader concludes; another panel does it once more where it became void. */
    private void review(String time) throws Exception {
        screenAndScore(time);
        step("found" + time, "评分中发现的否决情形，逐人表决", evaluation::decideFound);
        if (variant.blind()) {
            step("blind" + time, "暗标认定", evaluation::judge);
        }
        if (time.isEmpty()) {
            step("clear", "清标", evaluation::clear);
        }
        step("clarify" + time, "澄清、放行与答复", () -> evaluation.clarify(bidders::actor));
        if (variant.method() == PriceMethod.LOWEST_REVIEWED_PRICE) {
            step("find" + time, "量化因素认定", evaluation::find);
        }
    }

    /** The preliminary review comes first, and where technical files are blind behind the sheets. */
    private void screenAndScore(String time) throws Exception {
        if (!variant.blind()) {
            step("screen" + time, "初步评审：形式、资格、响应性，逐人表决", evaluation::screen);
        }
        step("score" + time, "密封评分与揭示", evaluation::score);
        if (variant.blind()) {
            step("screen" + time, "暗标评审锁定后初步评审，逐人表决", evaluation::screen);
        }
    }

    /** With one signature on its report the evaluation becomes void, and another panel does everything again. */
    private void doAgain(Faults faults) throws Exception {
        step("conclude", "汇总评分，一名成员已签报告", evaluation::beginReport);
        step("void", "故障逾四小时，评审作废并解散评标委员会", faults::dissolved);
        step("called2", "重新抽取、通知专家", evaluation::called);
        step("seats2", "重新预定、抽取席位，激活终端", seats::arrange);
        step("convene2", "新的评标委员会签到、声明、推选", evaluation::reconvene);
        review("2");
    }

    /** Publicity and award, once more where the panel reviews once more, up to the notice of award. */
    private void decide() throws Exception {
        award("");
        if (variant.rework()) {
            step("rework", "申请、批准复评，撤回公示", new Rework(tour)::ask);
            step("rescore", "复评密封评分与揭示", evaluation::score);
            step("rereport", "复评报告与签名", evaluation::report);
            award("2");
        }
        if (variant.award() == Variant.AwardMode.RANKED) {
            step("determine", "按名次确定中标人", award::determine);
            step("pass", "第一名放弃，依次递补", award::passFirst);
        } else {
            step("notice", "结果公示与中标通知书", award::resultPublicity);
        }
    }

    private void award(String time) throws Exception {
        if (variant.award() == Variant.AwardMode.RANKED) {
            step("publicity" + time, "中标候选人公示", () -> award.publicity("DETERMINING"));
            return;
        }
        step("publicity" + time, "定标候选人公示", () -> award.publicity("CONVENING"));
        step("vote" + time, "定标委员会票决", award::vote);
    }

    private void summary() throws IOException {
        var tender =
                tour.visitor().get("/api/core/public/tenders/" + tour.tender).path("tender");
        var decided = tour.visitor().get(tour.inLot("/award"));
        var summary = new Summary(tender, opening.view(), decided, Summary.scored(out.resolve("evidence.zip")));
        Files.writeString(
                out.resolve("summary.json"),
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(summary.of(steps)) + "\n");
    }

    private void contract() {
        var winner = tour.visitor().get(tour.inLot("/award")).path("winner").asText();
        for (JsonNode name : opening.view().path("names")) {
            if (name.path("bidId").asText().equals(winner)) {
                award.contract(bidders.actor(name.path("uscc").asText()));
                return;
            }
        }
        throw new DemoFailed("award", "no winner", null);
    }

    private void packages(List<String> files) throws IOException {
        var path = "/api/core/tenders/" + tour.tender + "/package?cut=";
        tour.actor("supervisor").api().download(path + "SUPERVISOR", out.resolve("evidence.zip"));
        tour.visitor().download(path + "PUBLIC", out.resolve("public.zip"));
        if (files.contains(PARTY)) {
            bidders.first().logIn().api().download(path + "PARTY", out.resolve(PARTY));
        }
        Files.write(out.resolve("trust.json"), tour.visitor().bytes("/api/core/trust-file"));
    }

    private Report audit(String file) {
        var report = Audit.run(out.resolve(file), out.resolve("trust.json"), finding -> {});
        System.out.printf(
                "  audit %-13s %s %s%n",
                file, report.verdict(), report.object() == null ? "" : report.object() + ": " + report.reason());
        return report;
    }

    private void step(String name, String title, Step step) throws Exception {
        watch.before(name, bidders);
        long began = System.nanoTime();
        if (!watch.instead(name, bidders)) {
            step.run();
        }
        double seconds = Math.round((System.nanoTime() - began) / 1e7) / 100.0;
        steps.put(name, seconds);
        System.out.printf("  ✓ %-10s %7.2f s  %s%n", name, seconds, title);
    }
}
