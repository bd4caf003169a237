package cn.qifeng.launcher.demo;

import cn.qifeng.kernel.score.PriceMethod;
import cn.qifeng.trust.envelope.OpeningMode;

/**
 * By which of the ways that the platform has a tender of the demo goes (演示方案).
 *
 * @param mode who opens the bids
 * @param method how prices are scored
 * @param blind whether technical files are blind
 * @param seats whether the panel sits at booked seats
 * @param experts where experts are drawn from
 * @param award how the award is decided
 * @param replaceKeys whether a trustee loses its key while bids come in, and a new set takes the place of the former
 * @param rework whether the panel reviews once more before the notice of award
 * @param faults whether the remote evaluation has faults, one of which makes it void, so that it is done again
 * @param members of the panel
 */
public record Variant(
        OpeningMode mode,
        PriceMethod method,
        boolean blind,
        boolean seats,
        Experts experts,
        AwardMode award,
        boolean replaceKeys,
        boolean rework,
        boolean faults,
        int members) {

    /** As many as the law asks for at least. */
    public static final int MEMBERS_MIN = 5;

    /** How the award is decided (定标方式). */
    public enum AwardMode {
        /** A committee votes among unranked finalists (评定分离). */
        SEPARATED,
        /** The procuring entity follows the rank of the candidates; in the demo the first one gives up. */
        RANKED
    }

    /** Where experts are drawn from (评标专家来源). */
    public enum Experts {
        /** The platform's own pool. */
        OWN,
        /** The provincial library; government invests. */
        PROVINCIAL
    }

    /** Trustees open; mean times a drawn coefficient; experts of our own pool; a committee votes. */
    public static final Variant USUAL = new Variant(
            OpeningMode.TRUSTEES,
            PriceMethod.MEAN_TIMES_COEFFICIENT,
            false,
            false,
            Experts.OWN,
            AwardMode.SEPARATED,
            false,
            false,
            false,
            MEMBERS_MIN);

    /** The same with a re-review, or without. */
    public Variant withRework(boolean again) {
        return new Variant(mode, method, blind, seats, experts, award, replaceKeys, again, faults, members);
    }

    /** The same with so many members of the panel. */
    public Variant withMembers(int panel) {
        return new Variant(mode, method, blind, seats, experts, award, replaceKeys, rework, faults, panel);
    }
}
