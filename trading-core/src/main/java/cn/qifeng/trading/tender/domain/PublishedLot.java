package cn.qifeng.trading.tender.domain;

import cn.qifeng.kernel.Fen;
import cn.qifeng.kernel.LotCode;
import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.TenderId;
import cn.qifeng.kernel.UnifiedDealCode;
import cn.qifeng.trust.envelope.OpeningMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A lot (标段) after publication, as every later step needs it.
 *
 * @param publicationHash content hash of version 1 of {@code tender/published}, hex
 * @param tenderCtx what envelopes are bound to (docs/bid-envelope.md section 2), hex
 * @param trusteeSet id of the key set that bids are sealed to, hex
 * @param deadline bid deadline and hour of opening (投标截止时间), as published or as moved since
 * @param projectName name of the project
 * @param region GB/T 2260 code
 */
public record PublishedLot(
        TenderId tender,
        LotId lot,
        LotCode code,
        UnifiedDealCode dealCode,
        String projectName,
        String region,
        Organisation procuringEntity,
        Organisation agency,
        TenderDraft terms,
        DocumentSet document,
        String trusteeSet,
        String publicationHash,
        String tenderCtx,
        Instant deadline,
        Stage stage) {

    /** Name of the lot. */
    public String name() {
        return terms.lotName();
    }

    /** The bid deadline that was published. */
    public Instant publishedDeadline() {
        return terms.schedule().bidDeadline();
    }

    /** Who opens the bids. */
    public OpeningMode openingMode() {
        return OpeningMode.valueOf(terms.openingMode());
    }

    /** How long bidders may release their bids; mode BIDDERS only. */
    public Duration releaseWindow() {
        return Duration.ofMinutes(terms.releaseMinutes());
    }

    /** How long a step of the opening waits for trustees or witnesses before it is suspended; empty in an old lot. */
    public Optional<Duration> openingStep() {
        return Optional.ofNullable(terms.openingStepMinutes()).map(Duration::ofMinutes);
    }

    /** Price ceiling (最高投标限价). */
    public Fen ceiling() {
        return new Fen(terms.ceilingFen());
    }

    /** Scoring method. */
    public ScoringMethod method() {
        return terms.method();
    }

    /** Criteria of the technical evaluation. */
    public List<Criterion> criteria() {
        return terms.criteria();
    }

    /** Items of the preliminary review; none where it is no step of its own. */
    public List<ReviewItem> review() {
        return terms.review();
    }

    /**
     * Whether it is government procurement (政府采购), by its deal class {@code D}: fewer than three bids that respond to the
     * substance end it (政府采购法 §36).
     */
    public boolean procurement() {
        return dealCode.value().startsWith("D");
    }

    /** How the evaluation committee is made up. */
    public PanelSetting panel() {
        return terms.panel();
    }

    /** How the award is decided. */
    public AwardSetting award() {
        return terms.award();
    }

    /** Version of the tender document in force. */
    public int docVersion() {
        return document.version();
    }
}
