package cn.qifeng.kernel.score;

import cn.qifeng.kernel.Fen;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Outcome of a price method with every step (报价得分).
 *
 * @param mean mean of the prices that count, in yuan, shown with six decimals
 * @param base base price D (评标基准价), rounded HALF_UP to the fen
 * @param parts what the base price is made of in method M-D
 * @param scores one line for each valid bid, ordered by bidId
 */
public record PriceScores(BigDecimal mean, Fen base, Optional<AbcParts> parts, List<PriceScore> scores) {

    public PriceScores {
        scores = List.copyOf(scores);
    }

    /** Bids whose price took part in the mean, ordered by bidId. */
    public List<String> counted() {
        return scores.stream()
                .filter(PriceScore::counted)
                .map(PriceScore::bidId)
                .toList();
    }

    /** Score of one bid; throws {@link IllegalArgumentException} for a bid that was not valid. */
    public BigDecimal of(String bidId) {
        return scores.stream()
                .filter(it -> it.bidId().equals(bidId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no price score: " + bidId))
                .score();
    }
}
