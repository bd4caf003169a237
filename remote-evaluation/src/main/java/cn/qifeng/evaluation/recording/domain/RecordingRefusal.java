package cn.qifeng.evaluation.recording.domain;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Kind;
import cn.qifeng.kernel.RefusalCode;
import cn.qifeng.kernel.Refused;

/** Why something about a recording is refused (录制). */
public enum RecordingRefusal implements RefusalCode {

    /** The recording of this member is not confirmed: nothing is committed to, voted on or signed until it is. */
    NOT_CONFIRMED("recording/not-confirmed", Kind.NOT_NOW, "电子招标投标办法 §33"),

    /** There is no recording of this session. */
    NO_SUCH_RECORDING("recording/not-found", Kind.NOT_FOUND, ""),

    /** The chain of the session has no such file. */
    NO_SUCH_FILE("recording/no-such-file", Kind.NOT_FOUND, ""),

    /** The part of a file that is asked for begins behind its end. */
    NO_SUCH_RANGE("recording/no-such-range", Kind.INVALID, ""),

    /** The media were deleted, by two persons and with an entry. */
    DELETED("recording/deleted", Kind.NOT_NOW, ""),

    /** Whoever looks at a recording says why, and that is kept. */
    REASON_NEEDED("recording/reason-needed", Kind.INVALID, ""),

    /** No look with a reason was opened, or it is too long ago. */
    LOOK_NEEDED("recording/look-needed", Kind.NOT_ALLOWED, ""),

    /** Recordings are kept for as long as the law asks; before that nobody deletes one. */
    RETAINED("recording/retained", Kind.NOT_NOW, "政府采购法 §42"),

    /** A chain that is not closed belongs to an evaluation that goes on. */
    NOT_CLOSED("recording/not-closed", Kind.NOT_NOW, ""),

    /** Somebody has asked for the deletion already. */
    ASKED_ALREADY("recording/asked-already", Kind.NOT_NOW, ""),

    /** Nobody has asked for the deletion. */
    NOT_ASKED("recording/not-asked", Kind.NOT_NOW, ""),

    /** Who asks for a deletion does not approve it: it takes two. */
    SAME_PERSON("recording/same-person", Kind.NOT_ALLOWED, "");

    private final String code;
    private final Kind kind;
    private final String law;

    RecordingRefusal(String code, Kind kind, String law) {
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
