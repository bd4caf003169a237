package cn.qifeng.trading.tender.domain;

import cn.qifeng.kernel.Fen;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Legal numbers (规则参数) with the time, region and project type for which they hold. Code names a rule; the number
 * stands here.
 */
public record RuleParameters(List<Parameter> all) {

    public RuleParameters {
        all = List.copyOf(all);
    }

    /** The rules whose numbers are effective-dated. */
    public enum Rule {
        /** Days from issue to bid deadline (招标投标法 §24). */
        BID_PERIOD_DAYS_MIN,
        /** Days before the deadline up to which a clarification may leave it as it is (招标投标法 §23). */
        CLARIFICATION_DAYS_MIN,
        /** Days before the deadline up to which the document can be objected to (实施条例 §22). */
        OBJECTION_DAYS_MIN,
        /** Largest share of the estimate that security may be (实施条例 §26). */
        SECURITY_SHARE_MAX,
        /** Largest security in fen (工程建设项目施工招标投标办法 §37). */
        SECURITY_FEN_MAX,
        /** Smallest evaluation committee (招标投标法 §37). */
        PANEL_SIZE_MIN,
        /** Smallest share of experts in it, as a fraction (招标投标法 §37). */
        PANEL_EXPERT_SHARE_MIN,
        /** Hours of evaluation where the agency names none (实施条例 §48). */
        EVALUATION_HOURS_USUAL,
        /** Smallest and largest K that a document may name. */
        K_MIN,
        K_MAX,
        /** Days of publicity of candidates (实施条例 §54). */
        PUBLICITY_DAYS_MIN,
        /** Smallest award committee. */
        AWARD_COMMITTEE_SIZE_MIN,
        /** Fewest and most finalists of a separated award. */
        FINALISTS_MIN,
        FINALISTS_MAX
    }

    /**
     * One number.
     *
     * @param value decimal or fraction such as {@code 2/3}
     * @param law article that it comes from
     * @param validFrom first day
     * @param validTo last day, or {@code null}
     * @param region GB/T 2260 prefix for which it holds, or {@code null} for everywhere
     * @param projectType deal class prefix such as {@code A}, or {@code null} for all
     */
    public record Parameter(
            Rule rule,
            String value,
            String law,
            LocalDate validFrom,
            LocalDate validTo,
            String region,
            String projectType) {

        public Parameter {
            Objects.requireNonNull(rule, "rule");
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(validFrom, "validFrom");
        }

        private boolean holds(LocalDate day, String inRegion, String ofType) {
            return !day.isBefore(validFrom)
                    && (validTo == null || !day.isAfter(validTo))
                    && (region == null || inRegion.startsWith(region))
                    && (projectType == null || ofType.startsWith(projectType));
        }

        private int special() {
            return (region == null ? 0 : region.length()) + (projectType == null ? 0 : projectType.length());
        }
    }

    /** The rules in force for one project on one day. */
    public InForce on(LocalDate day, String region, String projectType) {
        return new InForce(
                all.stream().filter(it -> it.holds(day, region, projectType)).toList());
    }

    /** The numbers that hold for one project on one day; the most special one wins. */
    public record InForce(List<Parameter> parameters) {

        public InForce {
            parameters = List.copyOf(parameters);
        }

        /** The parameter; a rule without any number is a fault of the set-up. */
        public Parameter of(Rule rule) {
            return parameters.stream()
                    .filter(it -> it.rule() == rule)
                    .max(Comparator.comparingInt(Parameter::special).thenComparing(Parameter::validFrom))
                    .orElseThrow(() -> new IllegalStateException("no value for rule " + rule));
        }

        /** The number as an integer. */
        public int integer(Rule rule) {
            return Integer.parseInt(of(rule).value());
        }

        /** The number as a decimal. */
        public BigDecimal decimal(Rule rule) {
            return new BigDecimal(of(rule).value());
        }

        /** The number as an amount in fen. */
        public Fen fen(Rule rule) {
            return new Fen(Long.parseLong(of(rule).value()));
        }

        /** Whether {@code part} of {@code whole} is at least the fraction of {@code rule}. */
        public boolean atLeastShare(Rule rule, long part, long whole) {
            String[] fraction = of(rule).value().split("/");
            return part * Long.parseLong(fraction[1]) >= whole * Long.parseLong(fraction[0]);
        }
    }
}
