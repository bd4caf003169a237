package cn.qifeng.trading.archive.domain;

import cn.qifeng.kernel.Kind;
import cn.qifeng.kernel.RefusalCode;

/** Why a kept document cannot be had in another form (归档文件拒绝). */
public enum ArchiveRefusal implements RefusalCode {

    /** The platform has no electronic seal for OFD files (GB/T 38540). */
    NO_ELECTRONIC_SEAL("archive/no-electronic-seal", Kind.NOT_FOUND),
    /** Not a PDF that the platform made and sealed. */
    NOT_OFFICIAL("archive/not-official", Kind.NOT_FOUND);

    private final String code;
    private final Kind kind;

    ArchiveRefusal(String code, Kind kind) {
        this.code = code;
        this.kind = kind;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
