package cn.qifeng.evaluation.handover.domain;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Kind;
import cn.qifeng.kernel.RefusalCode;
import cn.qifeng.kernel.Refused;

/** Why something cannot be handed over or received (副场资料移交). */
public enum HandoverRefusal implements RefusalCode {

    /** There is no such handover for the caller. */
    NO_SUCH_HANDOVER("handover/not-found", Kind.NOT_FOUND),

    /** It was handed over, and the main site has it or received it. */
    NOT_OWED("handover/not-owed", Kind.NOT_NOW),

    /** Nothing was handed over that the main site could receive. */
    NOT_HANDED_OVER("handover/not-handed-over", Kind.NOT_NOW),

    /** Signed with a certificate of another organisation than hands over, or of the one that does. */
    SIGNER("handover/signer", Kind.NOT_ALLOWED),

    /** A list without items, with too many, or not numbered from 1. */
    ITEMS("handover/items", Kind.INVALID),

    /** Paper has a number of sheets, and nothing else has. */
    SHEETS("handover/sheets", Kind.INVALID),

    /** Only sound and pictures may come on a disk. */
    DELIVERY("handover/delivery", Kind.INVALID),

    /** A file without bytes. */
    FILE_EMPTY("handover/file-empty", Kind.INVALID),

    /** An item that was handed over before is missing. */
    DROPPED("handover/dropped", Kind.INVALID),

    /** An item that was received is another now. */
    ALTERED("handover/altered", Kind.INVALID),

    /** A file that is listed was not uploaded, or not wholly. */
    FILE_MISSING("handover/file-missing", Kind.NOT_NOW),

    /** A file that is longer than one may be. */
    FILE_TOO_LONG("handover/file-too-long", Kind.INVALID),

    /** More bytes than one booking may hand over. */
    TOO_MUCH("handover/too-much", Kind.INVALID),

    /** More files than one booking may hand over. */
    TOO_MANY_FILES("handover/too-many-files", Kind.INVALID),

    /** A file that stands in a signed list is not let go. */
    FILE_LISTED("handover/file-listed", Kind.NOT_NOW),

    /** A name of a file that cannot be kept. */
    FILE_NAME("handover/file-name", Kind.INVALID),

    /** A part that does not follow what is here. */
    PART("handover/part", Kind.NOT_NOW),

    /** A part that is empty or longer than one may be. */
    PART_LENGTH("handover/part-length", Kind.INVALID),

    /** What was uploaded has another hash than was said. */
    FILE_DIFFERS("handover/file-differs", Kind.INVALID),

    /** The folder has no room. */
    STORAGE_FULL("handover/storage-full", Kind.NOT_NOW),

    /** Every item is ruled on once, in order. */
    RULINGS("handover/rulings", Kind.INVALID),

    /** What is sent back has a reason, and what is received none. */
    REASON("handover/reason", Kind.INVALID),

    /** The recording of the evaluation is not closed yet, so that it cannot be listed. */
    RECORDING_OPEN("handover/recording-open", Kind.NOT_NOW);

    private final String code;
    private final Kind kind;

    HandoverRefusal(String code, Kind kind) {
        this.code = code;
        this.kind = kind;
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
        return "";
    }
}
