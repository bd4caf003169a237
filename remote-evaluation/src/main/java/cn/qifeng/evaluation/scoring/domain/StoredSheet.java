package cn.qifeng.evaluation.scoring.domain;

import java.util.Optional;

/**
 * What a member handed in for one round (已提交评分).
 *
 * @param commitHash commitment, hex
 * @param commitStatement signed statement {@code sheet-commit}, canonical JSON
 * @param revealStatement signed statement {@code sheet-reveal}, once revealed
 */
public record StoredSheet(
        String member, int round, String commitHash, String commitStatement, Optional<String> revealStatement) {

    /** The same sheet, revealed. */
    public StoredSheet revealed(String statement) {
        return new StoredSheet(member, round, commitHash, commitStatement, Optional.of(statement));
    }
}
