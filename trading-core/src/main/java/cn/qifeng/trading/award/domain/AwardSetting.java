package cn.qifeng.trading.award.domain;

/**
 * What the tender document declares about the award (定标办法).
 *
 * @param finalistsMax most finalists or candidates that the evaluation may recommend
 * @param committeeSize members of the award committee, odd, at least 5; 0 among ranked candidates
 * @param roundsMax most rounds of ballots before the vote ends without a winner; 0 among ranked candidates
 * @param publicityDays days of publicity of the finalists, and of the result of a vote
 * @param ranked whether the panel ranked its candidates (中标候选人), of whom the procuring entity fixes the winner
 * @param firstOnly whether of ranked candidates the first one wins (实施条例 §55)
 */
public record AwardSetting(
        int finalistsMax, int committeeSize, int roundsMax, int publicityDays, boolean ranked, boolean firstOnly) {

    /** A vote of an award committee among unranked finalists (评定分离). */
    public static AwardSetting separated(int finalistsMax, int committeeSize, int roundsMax, int publicityDays) {
        return new AwardSetting(finalistsMax, committeeSize, roundsMax, publicityDays, false, false);
    }
}
