package cn.qifeng.evaluation.terminal.domain;

import java.util.List;
import java.util.Optional;

/** Port to the terminals that are bound now (席位终端库). */
public interface Terminals {

    /** The terminal of a seat. */
    Optional<Terminal> ofSeat(String seat);

    /** The terminal with this fingerprint. */
    Optional<Terminal> ofDevice(String device);

    /** Terminals of a site, by seat. */
    List<Terminal> ofSite(String site);

    /** Binds a terminal; its seat has none. */
    void bind(Terminal terminal);

    /** Ends the binding of a seat, if there is one. */
    void end(String seat);
}
