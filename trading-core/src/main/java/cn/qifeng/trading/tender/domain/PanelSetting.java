package cn.qifeng.trading.tender.domain;

/**
 * How the evaluation committee (评标委员会) is made up, and where its experts are drawn from.
 *
 * @param size members, odd
 * @param tendererSeats how many of them are delegates of the procuring entity (招标人代表)
 * @param source {@link #OWN}, also where it is {@code null}: our own pool; {@link #PROVINCIAL}: the provincial library
 * @param governmentFunds whether government invests (政府投资项目); {@code null}: not said
 * @param library the provincial library, where experts are drawn from it; set by the platform, not by the agency
 * @param evaluationHours how long the committee has at least (评标时间, 实施条例 §48), in hours; {@code null} in a document of
 *     an older form
 */
public record PanelSetting(
        int size, int tendererSeats, String source, Boolean governmentFunds, Library library, Integer evaluationHours) {

    /** Drawn from our own pool. */
    public static final String OWN = "OWN";

    /** Drawn from the provincial library. */
    public static final String PROVINCIAL = "PROVINCIAL";

    /** Fewest hours that a document may give. */
    static final int HOURS_MIN = 1;

    /** Most hours that a document may give: thirty days. */
    static final int HOURS_MAX = 720;

    /** A committee from our own pool, of which nobody said whose funds are spent, nor how long it has. */
    public PanelSetting(int size, int tendererSeats) {
        this(size, tendererSeats, null, null, null, null);
    }

    /** A library of experts (专家库) by its name and unified social credit code. */
    public record Library(String name, String uscc) {}

    /** Whether experts come from the provincial library. */
    public boolean provincial() {
        return PROVINCIAL.equals(source);
    }

    /** How long the committee has, in the words of the document. */
    public String evaluationTime() {
        return evaluationHours == null ? "由招标人合理确定" : "自评标委员会组成起不少于" + evaluationHours + "小时";
    }

    /** The same with the library that is configured, where it is drawn from one. */
    PanelSetting from(Library configured) {
        return new PanelSetting(
                size,
                tendererSeats,
                source == null ? OWN : source,
                governmentFunds,
                provincial() ? configured : null,
                evaluationHours);
    }

    /** The same with the usual evaluation time, where the agency names none. */
    public PanelSetting usually(int hours) {
        return evaluationHours != null
                ? this
                : new PanelSetting(size, tendererSeats, source, governmentFunds, library, hours);
    }
}
