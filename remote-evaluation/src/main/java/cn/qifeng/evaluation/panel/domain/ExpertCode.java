package cn.qifeng.evaluation.panel.domain;

import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Sm3;
import java.nio.charset.StandardCharsets;

/**
 * Code of an expert in the draws of one session (专家代码): a draw, whose pool everybody can read, names codes, and
 * without the seed nobody can tell whose they are. The seed stands in {@code evaluation/panel}, once the panel is
 * complete.
 */
public final class ExpertCode {

    private ExpertCode() {}

    /**
     * SM3("QE1 expert" ‖ session ‖ seed ‖ number), hex.
     *
     * @param seed 32 secret bytes of the session, hex
     * @param number number of the expert in the pool
     */
    public static String of(SessionId session, String seed, String number) {
        return Sm3.hex(
                Bytes.ascii("QE1 expert"),
                Bytes.uuid(session.value()),
                Hex.decode(seed),
                number.getBytes(StandardCharsets.UTF_8));
    }
}
