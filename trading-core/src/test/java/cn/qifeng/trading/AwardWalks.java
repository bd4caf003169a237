package cn.qifeng.trading;

import cn.qifeng.kernel.DeadlineCalculator;
import cn.qifeng.kernel.Fen;
import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.PartyId;
import cn.qifeng.kernel.PersonId;
import cn.qifeng.kernel.TenderId;
import cn.qifeng.kernel.Uscc;
import cn.qifeng.kernel.WorkingCalendar;
import cn.qifeng.testkit.states.StateMachine;
import cn.qifeng.testkit.states.Walk;
import cn.qifeng.trading.award.domain.Award;
import cn.qifeng.trading.award.domain.Award.Balloting;
import cn.qifeng.trading.award.domain.Award.Revealing;
import cn.qifeng.trading.award.domain.AwardFile;
import cn.qifeng.trading.award.domain.AwardSetting;
import cn.qifeng.trading.award.domain.BidRef;
import cn.qifeng.trading.award.domain.Committee;
import cn.qifeng.trading.award.domain.Finalist;
import cn.qifeng.trading.award.domain.PassedOver;
import cn.qifeng.trading.award.domain.Publicity;
import cn.qifeng.trading.contract.domain.Contract;
import cn.qifeng.trading.contract.domain.Terms;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** The walks through an award by ballots and the contract after it. */
final class AwardWalks {

    private static final Instant NOW = Instant.parse("2026-12-23T02:00:00Z");
    private static final Instant LATER = Instant.parse("2027-01-23T02:00:00Z");
    private static final Publicity DAYS = Publicity.of(NOW, 3, new DeadlineCalculator(WorkingCalendar.shipped()));
    private static final List<BidRef> BIDS = List.of(bid("a"), bid("b"), bid("c"));
    private static final int MEMBERS = 5;
    private static final int ROUNDS_MAX = 2;

    private AwardWalks() {}

    static Walk award() {
        var file = file(BIDS, AwardSetting.separated(3, MEMBERS, ROUNDS_MAX, 3));
        var ranked = file(BIDS.subList(0, 1), new AwardSetting(3, 0, 0, 3, true, true));
        var committee = new Committee(IntStream.range(0, MEMBERS)
                .mapToObj(i -> new Committee.Member(PersonId.random(), "m" + i, "定标委员" + i))
                .toList());
        return StateMachine.ofTypes("Award 定标", Award.class)
                .from(new Award.Reviewing(file, NOW), new Award.Reviewing(ranked, NOW))
                .from(balloting(file, committee, MEMBERS - 1), shown(file, committee, 0, 0, 0, 1, 1))
                .from(shown(file, committee, 0, 0, 1, 1, 2), lastRound(file, committee))
                .given("reopen", 1, NOW)
                .given("report", second(file), NOW)
                .given("publish", DAYS)
                .given("end", NOW, false)
                .given("end", LATER, true)
                .given("end", LATER, false)
                .given("end", NOW)
                .given("end", LATER)
                .given("determine", BIDS.get(0), "")
                .given("passOver", new PassedOver(BIDS.get(0), PassedOver.Cause.ABANDONED, "书面放弃中标"))
                .given("convene", committee, LATER)
                .given("commit", "m4", 1, "c4", LATER)
                .given("commit", "stranger", 1, "c", LATER)
                .given("close", NOW, LATER)
                .given("close", LATER, LATER)
                .given("reveal", "m0", 1, "c0", BIDS.get(0), "方案更优")
                .given("reveal", "m0", 1, "other", BIDS.get(0), "方案更优")
                .given("count", NOW, LATER, DAYS)
                .given("count", LATER, LATER, DAYS)
                .given("drafted", "00")
                .given("notice", LATER)
                .walk();
    }

    private static AwardFile file(List<BidRef> bids, AwardSetting setting) {
        return new AwardFile(
                TenderId.random(),
                LotId.random(),
                PartyId.random(),
                UUID.randomUUID(),
                bids.stream().map(AwardWalks::finalist).toList(),
                List.of(),
                "00",
                setting);
    }

    /** What a second report recommends. */
    private static AwardFile second(AwardFile file) {
        return new AwardFile(
                file.tender(),
                file.lot(),
                file.procuringEntity(),
                file.session(),
                file.finalists(),
                file.losers(),
                "01",
                file.setting());
    }

    private static Balloting balloting(AwardFile file, Committee committee, int ballots) {
        Award award = new Award.Convening(file).convene(committee, LATER);
        for (int i = 0; i < ballots; i++) {
            award = ((Balloting) award).commit("m" + i, 1, "c" + i, LATER);
        }
        return (Balloting) award;
    }

    private static Revealing shown(AwardFile file, Committee committee, int... choices) {
        var all = balloting(file, committee, MEMBERS - 1).commit("m4", 1, "c4", LATER);
        return reveal((Revealing) all, 1, choices);
    }

    private static Revealing lastRound(AwardFile file, Committee committee) {
        Award next = shown(file, committee, 0, 0, 1, 1, 2).count(LATER, LATER, DAYS);
        for (int i = 0; i < MEMBERS - 1; i++) {
            next = ((Balloting) next).commit("m" + i, ROUNDS_MAX, "c" + i, LATER);
        }
        return reveal(((Balloting) next).close(LATER, LATER), ROUNDS_MAX, 0, 0, 1, 1);
    }

    private static Revealing reveal(Revealing revealing, int round, int... choices) {
        var shown = revealing;
        for (int i = 0; i < choices.length; i++) {
            shown = shown.reveal("m" + i, round, "c" + i, BIDS.get(choices[i]), "方案更优");
        }
        return shown;
    }

    private static BidRef bid(String digit) {
        return new BidRef(digit.repeat(32));
    }

    private static Finalist finalist(BidRef bid) {
        return new Finalist(bid, "建设有限公司", new Uscc("91330703XX1395956B"), new Fen(1_000_00), 300, "合格", "张三", "90.00");
    }

    static Walk contract() {
        var terms = new Terms("HT-1", new Fen(1_000_00), 300, LocalDate.of(2027, 1, 20));
        var other = new Terms("HT-1", new Fen(1_000_00), 299, LocalDate.of(2027, 1, 20));
        return StateMachine.ofTypes("Contract 合同", Contract.class)
                .from(new Contract.Offered(LotId.random(), TenderId.random(), "a", terms, "{}"))
                .given("accept", terms, "{}", LATER)
                .given("accept", other, "{}", LATER)
                .given("close", LATER)
                .walk();
    }
}
