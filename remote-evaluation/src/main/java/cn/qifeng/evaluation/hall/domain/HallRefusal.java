package cn.qifeng.evaluation.hall.domain;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Kind;
import cn.qifeng.kernel.RefusalCode;
import cn.qifeng.kernel.Refused;

/** Why something cannot happen in a hall, or in a session that its watchers hold (评标厅与数字见证). */
public enum HallRefusal implements RefusalCode {

    /** The plan of this session sets no hall. */
    NO_HALL("hall/none", Kind.NOT_NOW, ""),

    /** The hall is open from the first check-in until the report is signed. */
    NOT_OPEN("hall/not-open", Kind.NOT_NOW, ""),

    /** Whoever has not checked in is not let in. */
    NOT_CHECKED_IN("hall/not-checked-in", Kind.NOT_NOW, "招标投标法 §38"),

    /** A hall that must be recorded does not open without a recorder. */
    NOT_RECORDED("hall/not-recorded", Kind.NOT_NOW, "电子招标投标办法 §33"),

    /** The ticket was used, or is too old; ask for another. */
    TICKET("hall/ticket", Kind.NOT_ALLOWED, ""),

    /** As many watch as the members can send their pictures to. */
    TOO_MANY_WATCHERS("hall/too-many-watchers", Kind.NOT_NOW, ""),

    /** A signal that nobody may send, or not this participant. */
    BAD_SIGNAL("hall/bad-signal", Kind.INVALID, ""),

    /** A text that is empty, too long, or cannot be written down. */
    BAD_TEXT("hall/bad-text", Kind.INVALID, ""),

    /** Too many messages in a short time. */
    TOO_FAST("hall/too-fast", Kind.NOT_NOW, ""),

    /** There is no such warning for the caller. */
    NO_SUCH_WARNING("hall/no-such-warning", Kind.NOT_FOUND, ""),

    /** A watcher stopped the session: nothing is committed, voted, signed or decided until it goes on. */
    FROZEN("hall/frozen", Kind.NOT_NOW, "招标投标法 §7"),

    /** The session is not frozen. */
    NOT_FROZEN("hall/not-frozen", Kind.NOT_NOW, ""),

    /** Nobody watches a session that is not at work. */
    NOT_AT_WORK("hall/not-at-work", Kind.NOT_NOW, "");

    private final String code;
    private final Kind kind;
    private final String law;

    HallRefusal(String code, Kind kind, String law) {
        this.code = code;
        this.kind = kind;
        this.law = law;
    }

    /** Refuses one field. */
    public Refused at(String field, Object seen, Object expected) {
        return with(Facts.field(field, seen, expected).map());
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
