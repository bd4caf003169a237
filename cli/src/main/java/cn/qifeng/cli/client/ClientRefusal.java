package cn.qifeng.cli.client;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Kind;
import cn.qifeng.kernel.RefusalCode;
import cn.qifeng.kernel.Refused;

/** Why a tool does not speak to a platform (客户端拒绝). */
public enum ClientRefusal implements RefusalCode {

    /** A file that the command needs cannot be read. */
    FILE_MISSING("client/file-missing"),
    /** The platform shows a chain that is not the one this client saw before. */
    OTHER_CHAIN("client/other-chain");

    private final String code;

    ClientRefusal(String code) {
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

    /** A refusal that names the place, what stood there and what should have. */
    public Refused at(String field, Object seen, Object expected) {
        return new Refused(this, Facts.field(field, seen, expected));
    }
}
