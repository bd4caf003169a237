package cn.qifeng.evaluation.hall.application;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the operator chooses for halls (评标厅参数). */
@ConfigMapping(prefix = "qifeng.hall")
public interface HallSettings {

    /** Whether a hall opens only with a recorder; a sandbox may do without where none is installed. */
    @WithDefault("true")
    boolean recordingCompulsory();

    /** Whether members see that somebody watches; the line to a watcher is there either way. */
    @WithDefault("true")
    boolean watchersVisible();

    /** How many watch one hall at once: each costs every member one more picture to send. */
    @WithDefault("2")
    int watchersMax();

    /** How long a ticket lives. */
    @WithDefault("15s")
    Duration ticketLife();

    /** A line that gives no sign for so long is gone. */
    @WithDefault("40s")
    Duration silence();

    /** Addresses of STUN servers, such as {@code stun:10.0.0.5:3478}; none where all sit in one network. */
    Optional<List<String>> stun();

    /** Addresses of TURN relays, such as {@code turn:10.0.0.5:3478?transport=udp}. */
    Optional<List<String>> turn();

    /** Secret that the relays share; needed where there are any. */
    Optional<String> turnSecret();

    /** How long a credential of a relay lives. */
    @WithDefault("10m")
    Duration turnLife();
}
