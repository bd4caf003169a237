package cn.qifeng.evaluation.terminal.domain;

import java.time.Instant;

/**
 * Terminal of a seat (席位终端): the browser of one machine, bound to one seat by its key.
 *
 * @param seat key of the seat, {@code site/room/seat}
 * @param boundAt machine time
 * @param boundBy name of the person who made the activation code
 */
public record Terminal(String seat, String site, DeviceKey key, Instant boundAt, String boundBy) {

    /** Fingerprint of its key. */
    public String device() {
        return key.fingerprint();
    }

    /** The seat as people say it, {@code 301-05}. */
    public static String shown(String seat) {
        return seat.substring(seat.indexOf('/') + 1).replace('/', '-');
    }

    /** Code of the site of a seat. */
    public static String siteOf(String seat) {
        return seat.substring(0, seat.indexOf('/'));
    }

    /** What the device signs to be bound (激活): its key and a code that is used once. */
    public static String activationText(String code, DeviceKey key) {
        return String.join("\n", "QSD1 activation", ActivationCode.plain(code), key.point());
    }
}
