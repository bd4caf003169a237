package cn.qifeng.cli.witness;

import cn.qifeng.kernel.Kind;
import cn.qifeng.kernel.RefusalCode;

/** Why a witness does not answer; why it does not sign a head is {@link cn.qifeng.trust.log.WitnessRefusal}. */
public enum SeatRefusal implements RefusalCode {
    /** The witness has no certificate or has not yet signed a trust file. */
    NOT_READY("witness/not-ready", Kind.NOT_ALLOWED),
    /** The witness already has a certificate, or the certificate is for another key. */
    OTHER_CERTIFICATE("witness/other-certificate", Kind.INVALID),
    /** The witness already signed another first trust file. */
    OTHER_TRUST_FILE("witness/other-trust-file", Kind.INVALID),
    /** The trust file does not name this witness with its own certificate. */
    NOT_NAMED("witness/not-named", Kind.INVALID),
    /** The consistency proof starts at another size than that of the last head signed; {@code size} tells which. */
    OTHER_SIZE("witness/other-size", Kind.NOT_NOW);

    private final String code;
    private final Kind kind;

    SeatRefusal(String code, Kind kind) {
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
