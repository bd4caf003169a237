package cn.qifeng.trading.award.application;

import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.Uscc;
import cn.qifeng.trading.award.domain.Award;
import cn.qifeng.trading.award.domain.AwardRefusal;
import cn.qifeng.trading.award.domain.Awards;
import cn.qifeng.trading.award.domain.Finalist;
import cn.qifeng.trading.award.domain.Loser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Tells how an award stands (定标情况), and a bidder its own result with the reason. */
@ApplicationScoped
public class ReadAward {

    private final Awards awards;

    ReadAward(Awards awards) {
        this.awards = awards;
    }

    /** The award of a lot, if evaluation has ended. */
    @Transactional
    public Optional<Award> find(LotId lot) {
        return awards.of(lot);
    }

    /** The award of a lot; refuses with {@code award/not-found}. */
    @Transactional
    public Award of(LotId lot) {
        return awards.of(lot).orElseThrow(AwardRefusal.NOT_FOUND::refused);
    }

    /** The award whose notice is issued; refuses with {@code award/wrong-phase} before. */
    @Transactional
    public Award.Noticed noticed(LotId lot) {
        if (of(lot) instanceof Award.Noticed noticed) {
            return noticed;
        }
        throw AwardRefusal.WRONG_PHASE.refused();
    }

    /** What a bidder is told: {@code won}, or why not. */
    public record OwnResult(boolean won, String reason, String detail) {}

    /** The result of one bidder, from the notice on; refuses with {@code award/not-found} who did not bid. */
    @Transactional
    public OwnResult ownResult(LotId lot, Uscc bidder) {
        var award = noticed(lot);
        var finalist = award.file().finalists().stream()
                .filter(it -> it.uscc().equals(bidder))
                .findFirst();
        if (finalist.isPresent()) {
            return ofFinalist(award, finalist.get());
        }
        return award.file().losers().stream()
                .filter(it -> it.uscc().equals(bidder))
                .findFirst()
                .map(ReadAward::ofLoser)
                .orElseThrow(AwardRefusal.NOT_FOUND::refused);
    }

    private static OwnResult ofFinalist(Award.Noticed award, Finalist finalist) {
        if (finalist.bid().equals(award.winner())) {
            return new OwnResult(true, "WON", null);
        }
        if (award.file().setting().ranked()) {
            return new OwnResult(false, "CANDIDATE", rank(award, finalist));
        }
        var votes = award.rounds().stream()
                .filter(round -> round.choices().contains(finalist.bid()))
                .map(round -> round.n() + ":" + round.tally().get(finalist.bid()))
                .reduce((former, next) -> former + " " + next)
                .orElse("—");
        return new OwnResult(false, "NOT_CHOSEN", votes);
    }

    private static String rank(Award.Noticed award, Finalist finalist) {
        return String.valueOf(1 + award.file().choices().indexOf(finalist.bid()));
    }

    private static OwnResult ofLoser(Loser loser) {
        return new OwnResult(false, loser.reason(), loser.detail());
    }
}
