package cn.qifeng.trading.opening.domain;

import java.time.Instant;
import java.util.List;

/**
 * What the opening record (开标记录) says, 招标投标法 §36, besides what the state itself holds.
 *
 * @param project name of the project
 * @param lotName name of the lot
 * @param lotCode code of the lot
 * @param dealCode unified deal code (统一交易标识码)
 * @param procuringEntity name
 * @param agency name, the host
 * @param ceilingFen price ceiling in fen
 * @param drawn what was drawn, such as 系数K
 * @param value the numbers that were drawn
 * @param trustees names of the trustees who pressed, and when
 * @param submissions by bid id, when the seal was stamped
 */
public record RecordContent(
        String project,
        String lotName,
        String lotCode,
        String dealCode,
        String procuringEntity,
        String agency,
        long ceilingFen,
        String drawn,
        String value,
        List<String> trustees,
        List<Submission> submissions) {

    /** When one bid was handed in, and its receipt. */
    public record Submission(String bidId, Instant stamp, String receiptHash) {}
}
