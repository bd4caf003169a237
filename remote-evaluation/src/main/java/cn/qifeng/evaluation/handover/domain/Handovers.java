package cn.qifeng.evaluation.handover.domain;

import cn.qifeng.evaluation.panel.domain.SessionId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Handovers as the platform keeps them (移交记录库). */
public interface Handovers {

    /** Adds one that is due. */
    void add(Handover handover);

    /** Stores what became of one. */
    void save(Handover handover);

    /** That of a booking. */
    Optional<Handover> find(UUID booking);

    /** The same, locked until the transaction ends. */
    Optional<Handover> lock(UUID booking);

    /** Those of a session, by booking. */
    List<Handover> of(SessionId session);

    /** Those of the sites that an organisation runs, newest first. */
    List<Handover> by(String operator);

    /** All, newest first. */
    List<Handover> all();

    /** Those that are not received. */
    List<Handover> open();

    /** Files that were announced for a booking, by name; how much is here only the store knows. */
    List<Announced> files(UUID booking);

    /** Announces a file; again with another name or length, these count. */
    void announce(UUID booking, Announced file);

    /** Forgets a file that was announced. */
    void forget(UUID booking, String sm3);

    /** A file that is uploaded, or will be (申报文件). */
    record Announced(String sm3, String name, long length) {}
}
