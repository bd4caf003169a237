package cn.qifeng.evaluation.terminal.domain;

import cn.qifeng.evaluation.panel.domain.SessionId;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Proof of a device with a request (设备凭证): it signs a nonce of the platform together with what is asked for, so that
 * a proof serves for one act, one person and one evaluation, and only for a short time.
 *
 * @param device fingerprint of the key that signed
 * @param nonce what the platform gave, 32 hex digits
 * @param signature r ‖ s, 128 hex digits
 */
public record SeatProof(String device, String nonce, String signature) {

    /** Header of requests that carries it: {@code device.nonce.signature}. */
    public static final String HEADER = "Seat-Proof";

    private static final Pattern FORM = Pattern.compile("([0-9a-f]{64})\\.([0-9a-f]{32})\\.([0-9a-f]{128})");

    /** The proof that a header carries; empty where there is none, or none that can be read. */
    public static Optional<SeatProof> of(String header) {
        var matcher = FORM.matcher(header == null ? "" : header);
        return matcher.matches()
                ? Optional.of(new SeatProof(matcher.group(1), matcher.group(2), matcher.group(3)))
                : Optional.empty();
    }

    /** What the device signs. */
    public static String text(SessionId session, String person, String method, String path, String nonce) {
        return String.join("\n", "QSD1 request", session.toString(), person, method, path, nonce);
    }
}
