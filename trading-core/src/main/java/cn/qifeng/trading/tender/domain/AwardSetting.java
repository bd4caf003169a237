package cn.qifeng.trading.tender.domain;

/**
 * How the award is decided (定标).
 *
 * @param mode the only mode built is {@code SEPARATED} (评定分离), a direct vote among unranked finalists
 * @param pilotBasis basis of the separation; {@code null} is refused
 * @param finalistsMax most finalists (定标候选人)
 * @param committeeSize members of the award committee (定标委员会), odd
 * @param roundsMax most rounds of the vote
 * @param publicityDays days of publicity of the finalists
 */
public record AwardSetting(
        String mode, PilotBasis pilotBasis, int finalistsMax, int committeeSize, int roundsMax, int publicityDays) {

    /** Evaluation and award are separated (评定分离). */
    public static final String SEPARATED = "SEPARATED";
}
