package cn.qifeng.bond.issuer.domain;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the sandbox issuer decided (出函记录), by application. */
public interface Issues {

    /** The decision about an application, as LG103 answers it. */
    Optional<ObjectNode> of(UUID application);

    /** Keeps a decision. */
    void add(UUID application, ObjectNode decision);

    /** Applications whose decision was not told yet. */
    List<UUID> untold();

    /** The platform knows of the decision. */
    void told(UUID application);
}
