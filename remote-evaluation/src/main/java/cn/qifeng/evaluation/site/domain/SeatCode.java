package cn.qifeng.evaluation.site.domain;

import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Sm3;

/**
 * Code of a member in an allotment of seats (席位代码): seats are allotted before anybody has checked in, and without the
 * seed nobody can tell whose they are. The seed stands in {@code evaluation/panel}, once the panel is complete.
 */
public final class SeatCode {

    private SeatCode() {}

    /**
     * SM3("QC1 seat" ‖ session ‖ seed ‖ member), hex.
     *
     * @param seed 32 secret bytes of the session, hex, from which the experts' codes come as well
     * @param member id of the certificate with which the member signs, hex
     */
    public static String of(SessionId session, String seed, String member) {
        return Sm3.hex(Bytes.ascii("QC1 seat"), Bytes.uuid(session.value()), Hex.decode(seed), Hex.decode(member));
    }
}
