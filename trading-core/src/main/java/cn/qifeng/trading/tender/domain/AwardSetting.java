package cn.qifeng.trading.tender.domain;

/**
 * How the award is decided (定标).
 *
 * @param mode {@link #SEPARATED} or {@link #RANKED}
 * @param pilotBasis basis of the separation; {@code null} in mode RANKED
 * @param stateControlled mode RANKED: whether state-owned funds control or dominate (国有资金占控股或者主导地位), so that
 *     the first candidate wins (实施条例 §55); {@code null} in mode SEPARATED
 * @param finalistsMax most finalists (定标候选人), or most ranked candidates (中标候选人)
 * @param committeeSize members of the award committee (定标委员会), odd; 0 in mode RANKED
 * @param roundsMax most rounds of the vote; 0 in mode RANKED
 * @param publicityDays days of publicity of the finalists or candidates
 */
public record AwardSetting(
        String mode,
        PilotBasis pilotBasis,
        Boolean stateControlled,
        int finalistsMax,
        int committeeSize,
        int roundsMax,
        int publicityDays) {

    /** Evaluation and award are separated (评定分离): a direct vote of an award committee among unranked finalists. */
    public static final String SEPARATED = "SEPARATED";

    /** The panel ranks up to three candidates, of whom the procuring entity fixes the winner (实施条例 §53, §55). */
    public static final String RANKED = "RANKED";

    /** A separated award. */
    public static AwardSetting separated(
            PilotBasis basis, int finalistsMax, int committeeSize, int roundsMax, int publicityDays) {
        return new AwardSetting(SEPARATED, basis, null, finalistsMax, committeeSize, roundsMax, publicityDays);
    }

    /** An award among ranked candidates. */
    public static AwardSetting ranked(boolean stateControlled, int candidatesMax, int publicityDays) {
        return new AwardSetting(RANKED, null, stateControlled, candidatesMax, 0, 0, publicityDays);
    }

    /** Whether the panel ranks its candidates. */
    public boolean byRank() {
        return RANKED.equals(mode);
    }
}
