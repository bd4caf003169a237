package cn.qifeng.evaluation.library.domain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * Port to a library of experts (专家库接口, docs/expert-library.md). Every call may be repeated. Refuses with {@link
 * LibraryRefusal#SILENT} when there is no answer, and says nothing about what an answer is worth.
 */
public interface ExpertLibrary {

    /** Asks for a pool. */
    JsonNode pool(ObjectNode request);

    /** Has an expert called, or asks what came of it; empty while nothing is known. */
    Optional<JsonNode> call(ObjectNode call);

    /** Asks who stands behind the code of an expert who accepted. */
    JsonNode identity(ObjectNode request);
}
