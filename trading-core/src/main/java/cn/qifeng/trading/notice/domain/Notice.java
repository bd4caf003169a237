package cn.qifeng.trading.notice.domain;

import cn.qifeng.kernel.TenderId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A further notice of a tender (公示、结果公告), such as finalists or the result.
 *
 * @param kind what it is
 * @param title heading, in the language of the notice
 * @param publishedAt legal time
 * @param until end of the publicity, or {@code null}
 * @param contentHash content hash of the entry that it stands on, hex
 * @param lines rows of the notice: name and value
 * @param documents files that belong to it
 */
public record Notice(
        TenderId tender,
        Kind kind,
        String title,
        Instant publishedAt,
        Instant until,
        String contentHash,
        List<Line> lines,
        List<File> documents) {

    /** Kinds of further notices. */
    public enum Kind {
        /** Opening record (开标记录). */
        OPENING,
        /** The lot has failed (流标公告). */
        FAILED,
        /** Candidates or finalists (候选人公示). */
        FINALISTS,
        /** Result (中标结果公告). */
        RESULT,
        /** Contract (合同公告). */
        CONTRACT
    }

    /** One row. */
    public record Line(String name, String value) {}

    /** A file in the archive of the tender, by SM3 in hex. */
    public record File(String name, String sm3) {}

    public Notice {
        Objects.requireNonNull(tender, "tender");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(publishedAt, "publishedAt");
        lines = List.copyOf(lines);
        documents = List.copyOf(documents);
    }
}
