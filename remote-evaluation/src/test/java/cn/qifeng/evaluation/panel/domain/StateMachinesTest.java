package cn.qifeng.evaluation.panel.domain;

import cn.qifeng.evaluation.clarification.domain.Answer;
import cn.qifeng.evaluation.clarification.domain.Clarification;
import cn.qifeng.evaluation.clarification.domain.ClarificationKind;
import cn.qifeng.evaluation.clarification.domain.ClarificationState;
import cn.qifeng.evaluation.clarification.domain.Finding;
import cn.qifeng.evaluation.clarification.domain.FindingVote;
import cn.qifeng.evaluation.clarification.domain.Question;
import cn.qifeng.evaluation.clarification.domain.QuestionVote;
import cn.qifeng.evaluation.information.domain.InformationAnswer;
import cn.qifeng.evaluation.information.domain.InformationQuestion;
import cn.qifeng.evaluation.information.domain.InformationRequest;
import cn.qifeng.evaluation.information.domain.InformationState;
import cn.qifeng.evaluation.site.domain.BookingState;
import cn.qifeng.evaluation.site.domain.SeatBooking;
import cn.qifeng.evaluation.site.domain.SeatPlace;
import cn.qifeng.evaluation.site.domain.Span;
import cn.qifeng.kernel.Fen;
import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.TenderId;
import cn.qifeng.testkit.states.StateMachine;
import cn.qifeng.testkit.states.StateMachinesPage;
import cn.qifeng.testkit.states.Walk;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("State machines 状态机")
class StateMachinesTest {

    private static final String BLIND = "{\"blind\":{\"breach\":\"ZERO\"}}";
    private static final List<ReviewItem> REVIEW =
            List.of(new ReviewItem("F1", ReviewItem.Part.FORM, "签字盖章", "RJ1", false));
    private static final String RESERVE = "E6";
    private static final String SEED = "5e".repeat(32);

    @Test
    void thePageShowsWhatTheTypesAllow() {
        StateMachinesPage.hasPart("remote-evaluation", session(), seat(), booking(), clarification(), information());
    }

    private static Walk session() {
        UnaryOperator<Panel> nothing = UnaryOperator.identity();
        UnaryOperator<Panel> allSit = panel -> seated();
        UnaryOperator<Panel> declines = panel -> drawn(5).decline("E1", "生病");
        var next = UUID.randomUUID();
        return StateMachine.ofStages(
                        "Evaluation session 评标会", EvaluationSession.class, Stage.class, EvaluationSession::stage)
                .from(
                        EvaluationSession.of(SessionId.random(), order("{}", List.of()), ceremony(next)),
                        EvaluationSession.of(SessionId.random(), order("{}", REVIEW), ceremony(next)),
                        EvaluationSession.of(SessionId.random(), order(BLIND, REVIEW), ceremony(next)))
                .given("voided", SEED)
                .given("screened", Set.of(), false, "")
                .given("screened", Set.of("01"), true, "")
                .given("formed", "00", "{}")
                .given("planned", plan())
                .given("looked", SEED, look(Optional.of(next)), List.of("c1"), Optional.empty())
                .given("looked", SEED, look(Optional.empty()), List.of(), Optional.of(WidenStep.PROVINCE))
                .given("looked", SEED, look(Optional.empty()), List.of(), Optional.empty())
                .given("drawn", reserves(6), PassRules.NONE, next)
                .given("drawn", reserves(4), PassRules.NONE, next)
                .given("choosing", choice("E9"))
                .given("choosing", choice())
                .given("chosen", reserves(5), next)
                .given("chosen", reserves(1), next)
                .given("notChosen")
                .given("convene", nothing, next)
                .given("convene", allSit, next)
                .given("convene", declines, next)
                .given("leave", nothing, next)
                .given("leave", allSit, next)
                .given("leave", declines, next)
                .walk();
    }

    private static Walk seat() {
        return StateMachine.ofStages(
                        "Seat of a panel 席位 (the reserve, once another member declines)",
                        Panel.class,
                        SeatState.class,
                        panel -> panel.seats().get(5).state())
                .from(drawn(6))
                .given("decline", "E1", "出差")
                .given("decline", RESERVE, "出差")
                .given("decline", RESERVE, "")
                .given("unanswered", "E1")
                .given("unanswered", RESERVE)
                .given("under", new PassRules(0, 1, 0, 0))
                .given("choose", List.of())
                .given("accept", RESERVE)
                .given("checkIn", RESERVE)
                .given("admit", RESERVE)
                .given("recuse", RESERVE, "曾任职于投标人")
                .given("replace", RESERVE, "现任职于投标人")
                .given("vote", RESERVE, RESERVE)
                .given("with", List.of())
                .given("identify", RESERVE, "person", "ab".repeat(32), "章明澈", "示例设计院")
                .walk();
    }

    private static Walk booking() {
        var now = Instant.parse("2026-12-01T01:00:00Z");
        var span = new Span(now.plusSeconds(7200), now.plusSeconds(10_800));
        var place = List.of(new SeatPlace("S", "1", "01", 1, 1));
        return StateMachine.ofStages("Booking of seats 席位预定", SeatBooking.class, BookingState.class, SeatBooking::state)
                .from(SeatBooking.request(
                        UUID.randomUUID(), SessionId.random(), span, Set.of(), place, now.plusSeconds(60), now, "p"))
                .given("confirm", now, "p")
                .given("refuse", "检修", now, "p")
                .given("refuse", "", now, "p")
                .given("expire", now)
                .given("expire", now.plusSeconds(60))
                .given("cancel", "改期", now, "p")
                .given("allot", now, "p")
                .given("end", now)
                .given("end", span.to())
                .walk();
    }

    private static Walk clarification() {
        var now = Instant.parse("2026-12-01T02:00:00Z");
        var question = new Question("01", ClarificationKind.AMBIGUITY, "第3页", "请说明", 30, Optional.empty());
        return StateMachine.ofStages(
                        "Clarification 澄清 (a panel of two)",
                        Clarification.class,
                        ClarificationState.class,
                        Clarification::state)
                .from(Clarification.proposed(1, question, "00", "m1", "{}", 2))
                .given("voted", new QuestionVote("m2", true, "", "{}"))
                .given("voted", new QuestionVote("m2", false, "已写明", "{}"))
                .given("released", now, "{}")
                .given("stopped", now, "带有暗示", "{}")
                .given("answered", new Answer(Optional.empty(), "以投标函为准", List.of(), now, "{}"))
                .given("answered", new Answer(Optional.empty(), "迟到", List.of(), now.plusSeconds(3600), "{}"))
                .given("lapsed", now)
                .given("lapsed", now.plusSeconds(3600))
                .given("found", new FindingVote("m1", Finding.ACCEPTED, "", "{}"))
                .given("found", new FindingVote("m2", Finding.NOT_ACCEPTED, "未说明", "{}"))
                .walk();
    }

    private static Walk information() {
        var now = Instant.parse("2026-12-01T02:00:00Z");
        var question = new InformationQuestion("第二章", "请说明", 30);
        return StateMachine.ofStages(
                        "Question to the procuring entity 信息征询",
                        InformationRequest.class,
                        InformationState.class,
                        InformationRequest::state)
                .from(InformationRequest.asked(1, question, "00", "m1", "M01", "{}"))
                .given("released", now, "{}")
                .given("stopped", now, "带有倾向", "{}")
                .given("answered", new InformationAnswer("计入", now, "{}"))
                .given("answered", new InformationAnswer("迟到", now.plusSeconds(3600), "{}"))
                .given("lapsed", now)
                .given("lapsed", now.plusSeconds(3600))
                .given("delivered", now, "{}")
                .given("withheld", now, "暗示倾向", "{}")
                .walk();
    }

    private static Ceremony ceremony(UUID draw) {
        return Ceremony.begun(UUID.randomUUID(), draw, "00".repeat(32));
    }

    /** An order over this published method, with these items of the preliminary review. */
    private static SessionOrder order(String published, List<ReviewItem> review) {
        var owner = new Organisation("示例市政建设中心", "123307030000000001");
        var agency = new Organisation("示例招标代理有限公司", "913307030000000002");
        var full = new BigDecimal("40");
        var method = new MethodSetting(
                "M-A",
                new BigDecimal("60"),
                BigDecimal.ONE,
                BigDecimal.ONE,
                List.of(),
                full,
                "0.97",
                null,
                null,
                published,
                null,
                null);
        return new SessionOrder(
                TenderId.random(),
                LotId.random(),
                "示例大道改造工程施工标段",
                "SG3307032026110012001",
                "示例大道改造工程",
                "330703",
                owner,
                agency,
                new PanelComposition(5, 0),
                List.of(),
                Set.of(),
                new AwardSetting(true, 3),
                method,
                1_050_000_000L,
                List.of(new Criterion("T1", "施工组织设计", full, Criterion.Kind.SUBJECTIVE)),
                List.of(bid()),
                List.of(new Trustee("p", "00", "监督", "SUPERVISION")),
                review,
                false);
    }

    private static OpenedBid bid() {
        return new OpenedBid(
                "01",
                "示例投标企业",
                "913307030000000011",
                Optional.of(new Fen(1)),
                true,
                Optional.empty(),
                Optional.empty());
    }

    private static Panel drawn(int count) {
        return Panel.empty(5).with(reserves(count));
    }

    /** The last of them took part in an evaluation of late. */
    private static List<Seat> reserves(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> new Seat(
                        "E" + i,
                        "p" + i,
                        "m" + i,
                        "专家" + i,
                        SeatKind.EXPERT,
                        SeatState.RESERVE,
                        "",
                        "单位" + i,
                        i == count ? 1 : 0,
                        0,
                        0))
                .toList();
    }

    private static DrawPlan plan() {
        return new DrawPlan(scope(), Optional.empty(), "一号评标室");
    }

    private static DrawScope scope() {
        return new DrawScope(List.of("A0701"), List.of("330703"));
    }

    private static StepTaken look(Optional<UUID> draw) {
        return new StepTaken(WidenStep.ASKED, scope(), draw.isPresent() ? 1 : 0, 5, draw, Instant.EPOCH);
    }

    private static DirectChoice choice(String... numbers) {
        return new DirectChoice("{}", List.of(numbers), "专业特殊", "p", Instant.EPOCH);
    }

    private static Panel seated() {
        var members = List.of("E1", "E2", "E3", "E4", "E5");
        var panel = drawn(6);
        for (String one : members) {
            panel = panel.accept(one).checkIn(one).admit(one);
        }
        for (String one : members) {
            panel = panel.vote(one, "E1");
        }
        return panel;
    }
}
