package cn.qifeng.evaluation.report.domain;

import java.util.List;
import java.util.Optional;

/** Reports of all sessions with their files (评标报告库). */
public interface Reports {

    /** The report of a session. */
    Optional<EvaluationReport> of(String session);

    /** The file itself. */
    Optional<byte[]> pdf(String session);

    /** The same text as .docx. */
    Optional<byte[]> docx(String session);

    /** Whether there is a report. */
    boolean exists(String session);

    /** Sessions whose file trading-core does not keep yet. */
    List<String> unstored();

    /** Stores a new report with its file, and the same text as .docx. */
    void add(String session, EvaluationReport report, byte[] pdf, byte[] docx);

    /** Stores what became of a report. */
    void save(String session, EvaluationReport report);

    /** Lays report and files aside, because this re-review begins. */
    void layAside(String session, int rework);

    /** Lays report, files and the words of those who signed it aside, because the decision on this fault makes it void. */
    void voided(String session, int fault);

    /** Remembers that trading-core keeps the file. */
    void markStored(String session);
}
