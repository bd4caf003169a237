package cn.qifeng.evaluation.report.domain;

import java.util.List;

/** The parts for bidders of all sessions with their files (评审结果告知书库). */
public interface BidderParts {

    /** The parts of a session in the order of the bid list. */
    List<BidderPart> of(String session);

    /** Parts that trading-core does not keep yet. */
    List<Unstored> unstored();

    /** The file itself; it was added before. */
    byte[] pdf(String session, String bidId);

    /**
     * Stores a new part with its file.
     *
     * @param position place of the bid in the bid list, from 0
     */
    void add(String session, int position, BidderPart part, byte[] pdf);

    /** Drops the parts of a session, all of which trading-core keeps, because new ones follow. */
    void clear(String session);

    /** Lays the parts of a session aside, because the decision on this fault makes them void. */
    void voided(String session, int fault);

    /** Remembers that trading-core keeps the file. */
    void markStored(Unstored part);

    /** A part of a session whose file has to be handed over. */
    record Unstored(String session, String bidId) {}
}
