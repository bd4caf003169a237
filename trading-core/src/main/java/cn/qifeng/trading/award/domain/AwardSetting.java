package cn.qifeng.trading.award.domain;

/**
 * What the tender document declares about the award (定标办法).
 *
 * @param finalistsMax most finalists that the evaluation may recommend
 * @param committeeSize members of the award committee, odd, at least 5
 * @param roundsMax most rounds of ballots before the vote ends without a winner
 * @param publicityDays days of publicity of the finalists, and of the result
 */
public record AwardSetting(int finalistsMax, int committeeSize, int roundsMax, int publicityDays) {}
