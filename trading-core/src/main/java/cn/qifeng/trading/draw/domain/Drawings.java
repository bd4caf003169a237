package cn.qifeng.trading.draw.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Repository of draws (抽取库). */
public interface Drawings {

    /** A draw by its id. */
    Optional<Drawing> find(UUID id);

    /** The same, locked for the caller's transaction. */
    Optional<Drawing> lock(UUID id);

    /** Draws that are under way. */
    List<UUID> underWay();

    /** Draws in which one of these may act: parties and members by certificate id, sets by set id. */
    List<Drawing> of(String certificateId);

    /** Adds a draw. */
    void add(Drawing drawing);

    /** Keeps stage, parties and result. */
    void save(Drawing drawing);
}
