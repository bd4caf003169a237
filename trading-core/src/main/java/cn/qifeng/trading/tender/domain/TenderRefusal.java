package cn.qifeng.trading.tender.domain;

import cn.qifeng.kernel.Kind;
import cn.qifeng.kernel.RefusalCode;

/** Why a tender (招标) cannot be written or published as asked. */
public enum TenderRefusal implements RefusalCode {
    NO_SUCH_PROJECT("tender/no-such-project", Kind.NOT_FOUND, ""),
    NO_SUCH_TENDER("tender/no-such-tender", Kind.NOT_FOUND, ""),
    NO_SUCH_LOT("tender/no-such-lot", Kind.NOT_FOUND, ""),
    NO_SUCH_DOCUMENT("tender/no-such-document", Kind.NOT_FOUND, ""),
    /** Another agency registered the project. */
    NOT_YOUR_TENDER("tender/not-your-tender", Kind.NOT_ALLOWED, ""),
    /** That stage does not follow the present one. */
    WRONG_STAGE("tender/wrong-stage", Kind.NOT_NOW, ""),
    /** The bid deadline moves to a later moment only. */
    DEADLINE("tender/deadline", Kind.INVALID, "电子招标投标办法 §22"),
    /** A field that publication needs is empty. */
    FIELD_MISSING("tender/field-missing", Kind.INVALID, "招标投标法 第十六条、第十九条"),
    FIELD_OUT_OF_RANGE("tender/field-out-of-range", Kind.INVALID, ""),
    WRONG_DEAL_CODE("tender/wrong-deal-code", Kind.INVALID, "公共资源交易平台系统数据规范 V2.0 统一交易标识码"),
    WRONG_REGION("tender/wrong-region", Kind.INVALID, "GB/T 2260"),
    UNKNOWN_PARTY("tender/unknown-party", Kind.INVALID, "招标投标法 第八条"),

    DEADLINE_TOO_EARLY("tender/deadline-too-early", Kind.INVALID, "招标投标法 第二十四条"),
    DEADLINE_PASSED("tender/deadline-passed", Kind.NOT_NOW, "招标投标法 第二十四条"),
    ISSUE_IN_THE_PAST("tender/issue-in-the-past", Kind.INVALID, "招标投标法 第二十四条"),
    CLARIFICATION_TOO_LATE("tender/clarification-too-late", Kind.INVALID, "招标投标法 第二十三条"),
    OBJECTION_DEADLINE_WRONG("tender/objection-deadline-wrong", Kind.INVALID, "招标投标法实施条例 第二十二条"),
    SECURITY_ABOVE_SHARE("tender/security-above-share", Kind.INVALID, "招标投标法实施条例 第二十六条"),
    SECURITY_ABOVE_CAP("tender/security-above-cap", Kind.INVALID, "工程建设项目施工招标投标办法 第三十七条"),
    SECURITY_FORM_UNKNOWN("tender/security-form-unknown", Kind.INVALID, "招标投标法实施条例 第二十六条"),
    PANEL_EVEN("tender/panel-even", Kind.INVALID, "招标投标法 第三十七条"),
    PANEL_TOO_SMALL("tender/panel-too-small", Kind.INVALID, "招标投标法 第三十七条"),
    PANEL_TENDERER_SHARE("tender/panel-tenderer-share", Kind.INVALID, "招标投标法 第三十七条"),
    /** Government-invested lots draw from a central or the provincial library, not from a pool of our own. */
    LIBRARY_REQUIRED("tender/library-required", Kind.INVALID, "评标专家和评标专家库管理办法 第十条"),
    /** No provincial library is configured, so that nothing can be drawn from it. */
    NO_LIBRARY("tender/no-library", Kind.INVALID, "评标专家和评标专家库管理办法 第十条"),
    CEILING_MISSING("tender/ceiling-missing", Kind.INVALID, "招标投标法实施条例 第二十七条"),
    MINIMUM_PRICE_SET("tender/minimum-price-set", Kind.INVALID, "招标投标法实施条例 第二十七条"),
    METHOD_UNKNOWN("tender/method-unknown", Kind.INVALID, "招标投标法 第四十条"),
    K_OUT_OF_RANGE("tender/k-out-of-range", Kind.INVALID, "招标投标法 第四十条"),
    WEIGHTS_NOT_100("tender/weights-not-100", Kind.INVALID, "招标投标法 第四十条"),
    CRITERIA_INCOMPLETE("tender/criteria-incomplete", Kind.INVALID, "招标投标法实施条例 第四十九条"),
    REVIEW_INCOMPLETE("tender/review-incomplete", Kind.INVALID, "招标投标法实施条例 第四十九条、第五十一条"),
    TRIM_IMPOSSIBLE("tender/trim-impossible", Kind.INVALID, "招标投标法 第四十条"),
    ADJUSTMENT_WRONG("tender/adjustment-wrong", Kind.INVALID, "评标委员会和评标方法暂行规定 第三十二条"),
    PILOT_BASIS_MISSING("tender/pilot-basis-missing", Kind.INVALID, "招标投标法实施条例 第五十三条、第五十五条"),
    AWARD_MODE_UNKNOWN("tender/award-mode-unknown", Kind.INVALID, "招标投标法实施条例 第五十五条"),
    TOO_MANY_CANDIDATES("tender/too-many-candidates", Kind.INVALID, "招标投标法实施条例 第五十三条"),
    AWARD_COMMITTEE_SIZE("tender/award-committee-size", Kind.INVALID, ""),
    PUBLICITY_TOO_SHORT("tender/publicity-too-short", Kind.INVALID, "招标投标法实施条例 第五十四条"),

    NO_DRAFT("tender/no-draft", Kind.NOT_NOW, ""),
    /** The document was not rendered since the draft or the template changed. */
    NO_DOCUMENT("tender/no-document", Kind.NOT_NOW, "招标投标法 第十九条"),
    /** Not an account that may hold a key of a lot. */
    NO_SUCH_TRUSTEE("tender/no-such-trustee", Kind.INVALID, ""),
    /** No key set was named for the lot. */
    NO_KEY_SET("tender/no-key-set", Kind.NOT_NOW, ""),
    /** Some trustee has not given a key yet, or has not answered its canary. */
    KEY_SET_INCOMPLETE("tender/key-set-incomplete", Kind.NOT_NOW, ""),
    /** What was signed is not what would be published now. */
    SIGNED_ANOTHER_DOCUMENT("tender/signed-another-document", Kind.INVALID, "电子招标投标办法 第四十条"),
    /** The signer does not act for the agency of this tender. */
    FOREIGN_SIGNER("tender/foreign-signer", Kind.NOT_ALLOWED, "电子招标投标办法 第四十条"),

    TEMPLATE_UNREADABLE("tender/template-unreadable", Kind.INVALID, ""),
    /** A tag of the template could fetch, include or run something. */
    TEMPLATE_TAG_FORBIDDEN("tender/template-tag-forbidden", Kind.INVALID, ""),
    /** The template asks for a field that nobody filled. */
    TEMPLATE_FIELD_MISSING("tender/template-field-missing", Kind.INVALID, ""),
    BILL_UNREADABLE("tender/bill-unreadable", Kind.INVALID, ""),
    /** The file would unpack to more than a bill can be. */
    BILL_TOO_LARGE("tender/bill-too-large", Kind.INVALID, ""),
    /** One cell is wrong: sheet, row, column, seen and expected tell which. */
    BILL_CELL_WRONG("tender/bill-cell-wrong", Kind.INVALID, "建设工程工程量清单计价规范 4.1"),
    BILL_MISSING("tender/bill-missing", Kind.INVALID, "建设工程工程量清单计价规范 4.1"),
    FILE_TOO_LARGE("tender/file-too-large", Kind.INVALID, "");

    private final String code;
    private final Kind kind;
    private final String law;

    TenderRefusal(String code, Kind kind, String law) {
        this.code = code;
        this.kind = kind;
        this.law = law;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String law() {
        return law;
    }
}
