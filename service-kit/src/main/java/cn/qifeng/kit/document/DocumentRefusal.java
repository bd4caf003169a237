package cn.qifeng.kit.document;

import cn.qifeng.kernel.Kind;
import cn.qifeng.kernel.RefusalCode;

/** Why an official document cannot be made. */
public enum DocumentRefusal implements RefusalCode {

    /** A character that the embedded fonts do not have; it would be printed as a box. */
    GLYPH_MISSING("document/glyph-missing");

    private final String code;

    DocumentRefusal(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }
}
