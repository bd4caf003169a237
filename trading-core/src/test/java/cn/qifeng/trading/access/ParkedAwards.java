package cn.qifeng.trading.access;

import cn.qifeng.kernel.Fen;
import cn.qifeng.trading.award.domain.Award;
import cn.qifeng.trading.award.domain.Award.Balloting;
import cn.qifeng.trading.award.domain.AwardFile;
import cn.qifeng.trading.award.domain.BidRef;
import cn.qifeng.trading.award.domain.Committee;
import cn.qifeng.trading.award.domain.Publicity;
import cn.qifeng.trading.contract.domain.Contract;
import cn.qifeng.trading.contract.domain.Terms;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.score.Commitments;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Awards and contracts in the state that a phase of the lot has. */
final class ParkedAwards {

    static final Fen PRICE = new Fen(1_000_000_00L);
    static final int DAYS = 300;
    static final byte[] NONCE = new byte[Commitments.NONCE];
    static final String REASON = "方案更优";

    private static final Duration LONG = Duration.ofDays(3650);

    private final AwardFile file;
    private final Committee committee;
    private final Instant now;

    ParkedAwards(AwardFile file, List<Committee.Member> members, Instant now) {
        this.file = file;
        this.committee = new Committee(members);
        this.now = now;
    }

    Award in(LotPhase phase) {
        var publicity = new Publicity(now, now.plus(LONG));
        return switch (phase) {
            case REVIEWING -> new Award.Reviewing(file, now);
            case FINALISTS_PUBLICITY -> new Award.FinalistsPublicity(file, publicity);
            case DETERMINING -> new Award.Determining(file);
            case CONVENING -> new Award.Convening(file);
            case BALLOTING -> balloting();
            case REVEALING -> revealing();
            case DECIDED -> new Award.Decided(file, List.of(), winner(), publicity);
            case WINNER_DETERMINED -> new Award.WinnerDetermined(file, List.of(), winner(), null);
            case NOTICED, OFFERED, CONTRACTED, CLOSED ->
                new Award.Noticed(file, List.of(), winner(), "ef".repeat(32), now);
            default -> throw new IllegalArgumentException("no award in " + phase);
        };
    }

    Optional<Contract> contract(LotPhase phase) {
        if (phase.compareTo(LotPhase.OFFERED) < 0) {
            return Optional.empty();
        }
        var offered = new Contract.Offered(file.lot(), file.tender(), winner().hex(), terms(), "{}");
        if (phase == LotPhase.OFFERED) {
            return Optional.of(offered);
        }
        var recorded = offered.accept(terms(), "{}", now);
        return Optional.of(phase == LotPhase.CONTRACTED ? recorded : recorded.close(now));
    }

    Terms terms() {
        return new Terms("HT-1", PRICE, DAYS, LocalDate.ofInstant(now, ZoneId.of("Asia/Shanghai")));
    }

    BidRef winner() {
        return file.choices().get(0);
    }

    private Balloting balloting() {
        return new Award.Convening(file).convene(committee, now.plus(LONG));
    }

    private Award revealing() {
        Award next = balloting();
        for (var member : committee.members()) {
            var commit = Commitments.ballot(
                    file.lot().value(), Hex.decode(member.certificate()), 1, NONCE, winner().hex(), REASON);
            next = ((Balloting) next).commit(member.certificate(), 1, Hex.encode(commit), now.plus(LONG));
        }
        return next;
    }
}
