package cn.qifeng.evaluation.expert.application;

import cn.qifeng.evaluation.expert.domain.CreditKind;
import cn.qifeng.evaluation.expert.domain.CreditRules;
import cn.qifeng.evaluation.expert.domain.PoolRules;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;
import java.util.OptionalInt;

/** What the operator of the library chooses (专家库参数). */
@ConfigMapping(prefix = "qifeng.experts")
public interface PoolSettings {

    /** Experts are drawn below this age in years; without it at any age, as no national rule gives one for tenders. */
    OptionalInt ageBelow();

    /** Whether only experts with training that counts are drawn. */
    @WithDefault("false")
    boolean trainingNeeded();

    /** What numbers that the library gives begin with: letters. */
    @WithDefault("E")
    String numberPrefix();

    /** How many digits follow. */
    @WithDefault("4")
    int numberDigits();

    /** How conduct becomes credit. */
    Credit credit();

    /** Figures of credit. */
    interface Credit {

        /** Points of an expert without events. */
        @WithDefault("100")
        int base();

        /** Below this an expert is suspended. */
        @WithDefault("60")
        int suspendedBelow();

        /** For how many months. */
        @WithDefault("6")
        int suspendedMonths();

        /** For how many months an event counts. */
        @WithDefault("12")
        int cycleMonths();

        /** Working days for an objection. */
        @WithDefault("5")
        int objectionDays();

        /** Points by kind where they differ from the usual ones; 0 or negative. */
        Map<CreditKind, Integer> points();
    }

    /** Rules of the draw. */
    default PoolRules pool() {
        return new PoolRules(ageBelow(), trainingNeeded());
    }

    /** Rules of credit. */
    default CreditRules rules() {
        var credit = credit();
        return new CreditRules(
                credit.base(),
                credit.suspendedBelow(),
                credit.suspendedMonths(),
                credit.cycleMonths(),
                credit.objectionDays());
    }

    /** Points that an event of this kind takes. */
    default int points(CreditKind kind) {
        return credit().points().getOrDefault(kind, kind.points());
    }
}
