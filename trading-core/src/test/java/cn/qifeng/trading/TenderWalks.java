package cn.qifeng.trading;

import cn.qifeng.kernel.LotCode;
import cn.qifeng.kernel.PartyId;
import cn.qifeng.kernel.PersonId;
import cn.qifeng.kernel.PlatformCode;
import cn.qifeng.kernel.ProjectCode;
import cn.qifeng.kernel.TenderId;
import cn.qifeng.kernel.TenderProjectCode;
import cn.qifeng.kernel.UnifiedDealCode;
import cn.qifeng.kernel.Uscc;
import cn.qifeng.testkit.states.StateMachine;
import cn.qifeng.testkit.states.Walk;
import cn.qifeng.trading.draw.domain.DrawPurpose;
import cn.qifeng.trading.draw.domain.DrawStage;
import cn.qifeng.trading.draw.domain.Drawing;
import cn.qifeng.trading.keyset.domain.KeyCeremony;
import cn.qifeng.trading.keyset.domain.Seat;
import cn.qifeng.trading.tender.domain.DocumentSet;
import cn.qifeng.trading.tender.domain.Drafts;
import cn.qifeng.trading.tender.domain.Organisation;
import cn.qifeng.trading.tender.domain.Project;
import cn.qifeng.trading.tender.domain.Stage;
import cn.qifeng.trading.tender.domain.Tender;
import cn.qifeng.trust.cert.CertificateAuthority;
import cn.qifeng.trust.cert.Subject;
import cn.qifeng.trust.cipher.Sm2;
import cn.qifeng.trust.keyset.KeyOffer;
import cn.qifeng.trust.keyset.KeySetMember;
import cn.qifeng.trust.keyset.KeySetPurpose;
import cn.qifeng.trust.keyset.Side;
import cn.qifeng.trust.sign.SigningKey;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The walks through a tender's stages, the making of its key set, and a draw. */
final class TenderWalks {

    private static final Instant NOW = Instant.parse("2026-11-28T02:00:00Z");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final UUID OWNER = UUID.randomUUID();

    private TenderWalks() {}

    static Walk tender() {
        var machine = StateMachine.ofStages("Tender 招标", Tender.class, Stage.class, Tender::stage)
                .from(registered())
                .copiedBy(TenderWalks::copy)
                .without("requireStage")
                .given("write", Drafts.lawful().draft())
                .given("attach", DocumentSet.none())
                .given("moveDeadline", NOW.plus(Duration.ofDays(3650)))
                .given("publish", new Tender.Publication("00", "00", "00", NOW));
        for (Stage stage : Stage.values()) {
            machine.given("advance", stage);
        }
        return machine.walk();
    }

    private static Tender registered() {
        var owner = new Organisation(PartyId.random(), "示例市政建设中心", new Uscc("91330703XX1079195L"));
        var agency = new Organisation(PartyId.random(), "示例招标代理有限公司", new Uscc("91330702XX1158387J"));
        var code = ProjectCode.of(new PlatformCode("E3307030001"), 1);
        var project = new Project(UUID.randomUUID(), code, "示例大道改造工程", "A02", "330703", owner, agency, NOW);
        var deal = UnifiedDealCode.issue("A02", owner.uscc(), LocalDate.of(2026, 11, 28), 1);
        return Tender.register(project, LotCode.of(TenderProjectCode.of(code, 1), 1), deal);
    }

    private static Tender copy(Tender it) {
        return Tender.restore(
                it.id(),
                it.lot(),
                it.project(),
                it.lotCode(),
                it.dealCode(),
                it.draftIfAny().orElse(null),
                it.documents(),
                it.publication().orElse(null),
                it.publication().flatMap(fixed -> it.bidDeadline()).orElse(null),
                it.stage());
    }

    static Walk keyCeremony() {
        var authority = CertificateAuthority.create("启封测试根", NOW, RANDOM);
        var seats = new ArrayList<Seat>();
        var members = new ArrayList<KeySetMember>();
        for (Side side : List.of(Side.SUPERVISION, Side.NOTARY, Side.CENTRE)) {
            int x = seats.size() + 1;
            seats.add(Seat.empty(x, PersonId.random(), "保管人" + x, side));
            members.add(member(authority, x, side));
        }
        var ceremony =
                new KeyCeremony(UUID.randomUUID(), new TenderId(UUID.randomUUID()), KeySetPurpose.LOT, OWNER, 2, seats);
        var machine = StateMachine.ofStages(
                        "Key ceremony 密钥仪式", KeyCeremony.class, KeyCeremony.Phase.class, KeyCeremony::phase)
                .from(ceremony)
                .given("answer", seats.get(0), "c1")
                .given("answer", seats.get(0).offered(members.get(0), "c1", "w"), "wrong");
        for (KeySetMember member : members) {
            var seat = seats.get(member.x() - 1).offered(member, "c" + member.x(), "w");
            machine.given("offer", member, "c" + member.x(), "w").given("answer", seat, "c" + member.x());
        }
        return machine.walk();
    }

    private static KeySetMember member(CertificateAuthority authority, int x, Side side) {
        var credential =
                authority.issueWithKey(new Subject("保管人" + x, side.name(), null), NOW, NOW.plus(Duration.ofDays(365)));
        var point = Sm2.publicKey(Sm2.newPrivateKey(RANDOM));
        var sig = new KeyOffer(KeySetPurpose.LOT, OWNER, point).sign(SigningKey.of(credential));
        return new KeySetMember(x, "保管人" + x, side, credential.certificate(), point, sig);
    }

    static Walk draw() {
        var window = Duration.ofMinutes(10);
        var drawing = Drawing.open(
                UUID.randomUUID(),
                new TenderId(UUID.randomUUID()),
                DrawPurpose.COEFFICIENT,
                List.of("0.95", "0.96"),
                1,
                List.of("a", "b"),
                "00",
                NOW.plus(window));
        var machine = StateMachine.ofStages("Draw 抽取", Drawing.class, DrawStage.class, Drawing::stage)
                .from(drawing)
                .given("published", NOW, window)
                .given("with", "a", UnaryOperator.identity());
        for (DrawStage stage : DrawStage.values()) {
            machine.given("moveTo", stage, null);
        }
        return machine.walk();
    }
}
