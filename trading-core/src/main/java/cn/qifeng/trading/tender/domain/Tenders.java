package cn.qifeng.trading.tender.domain;

import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.PartyId;
import cn.qifeng.kernel.TenderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All projects and tenders (项目、招标). */
public interface Tenders {

    /** Adds a project. */
    void add(Project project);

    /** The project, if there is one. */
    Optional<Project> project(UUID id);

    /** Projects of an agency, newest first. */
    List<Project> projectsOf(PartyId agency);

    /** Adds a tender. */
    void add(Tender tender);

    /** Writes back a tender that was read in this transaction. */
    void save(Tender tender);

    /** The tender, if there is one. */
    Optional<Tender> find(TenderId id);

    /** The tender whose lot this is. */
    Optional<Tender> ofLot(LotId lot);

    /**
     * The lot, if it is published, as its tender stands in the database: read anew whenever that was written since the last
     * time. What the running transaction has changed and not written yet does not show.
     */
    Optional<PublishedLot> published(LotId lot);

    /** Tenders that an agency wrote, newest first. */
    List<Tender> ofAgency(PartyId agency);

    /** Published tenders, newest publication first. */
    List<Tender> published();

    /** One page of published tenders, newest publication first. */
    List<Tender> published(NoticeQuery query);

    /** How many published tenders a query finds on all its pages. */
    long count(NoticeQuery query);

    /** The tender in bidding whose deadline comes next after {@code moment}. */
    Optional<Tender> nextDeadline(Instant moment);

    /** Tenders in a stage whose bid deadline is not after {@code moment}. */
    List<Tender> due(Stage stage, Instant moment);

    /** The next serial of a counter, from 1. Never gives a number twice. */
    int nextSerial(String counter);
}
