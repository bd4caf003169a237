package cn.qifeng.kernel;

/** Why a limit in days cannot be computed (期限计算拒绝). */
public enum CalendarRefusal implements RefusalCode {

    /** The holidays of that year are not published yet, so a number of working days has no certain end. */
    PROVISIONAL_YEAR("calendar/provisional-year", "全国年节及纪念日放假办法 第二条、第六条");

    private final String code;
    private final String law;

    CalendarRefusal(String code, String law) {
        this.code = code;
        this.law = law;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Kind kind() {
        return Kind.NOT_NOW;
    }

    @Override
    public String law() {
        return law;
    }
}
