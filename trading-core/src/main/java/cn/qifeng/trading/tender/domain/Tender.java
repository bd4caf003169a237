package cn.qifeng.trading.tender.domain;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.LotCode;
import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kernel.TenderId;
import cn.qifeng.kernel.UnifiedDealCode;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Tender (招标) with its one lot: one body of data through many stages. */
public final class Tender {

    private final TenderId id;
    private final LotId lot;
    private final Project project;
    private final LotCode lotCode;
    private final UnifiedDealCode dealCode;
    private TenderDraft draft;
    private DocumentSet documents;
    private Publication publication;
    private Instant movedDeadline;
    private Stage stage;

    /**
     * What publication fixed.
     *
     * @param hash content hash of {@code tender/published}, hex
     * @param tenderCtx hex
     * @param trusteeSet id of the key set, hex
     */
    public record Publication(String hash, String tenderCtx, String trusteeSet, Instant at) {}

    private Tender(TenderId id, LotId lot, Project project, LotCode lotCode, UnifiedDealCode dealCode) {
        this.id = Objects.requireNonNull(id, "id");
        this.lot = Objects.requireNonNull(lot, "lot");
        this.project = Objects.requireNonNull(project, "project");
        this.lotCode = Objects.requireNonNull(lotCode, "lotCode");
        this.dealCode = Objects.requireNonNull(dealCode, "dealCode");
        this.documents = DocumentSet.none();
        this.stage = Stage.DRAFT;
    }

    /** A new tender of {@code project}, still a draft. */
    public static Tender register(Project project, LotCode lotCode, UnifiedDealCode dealCode) {
        return new Tender(TenderId.random(), LotId.random(), project, lotCode, dealCode);
    }

    /** A tender as it was stored. */
    public static Tender restore(
            TenderId id,
            LotId lot,
            Project project,
            LotCode lotCode,
            UnifiedDealCode dealCode,
            TenderDraft draft,
            DocumentSet documents,
            Publication publication,
            Instant movedDeadline,
            Stage stage) {
        var tender = new Tender(id, lot, project, lotCode, dealCode);
        tender.draft = draft;
        tender.documents = documents;
        tender.publication = publication;
        tender.movedDeadline = movedDeadline;
        tender.stage = stage;
        return tender;
    }

    /** Replaces the draft; a document rendered from the former one is dropped. */
    public void write(TenderDraft newDraft) {
        requireStage(Stage.DRAFT);
        draft = Objects.requireNonNull(newDraft, "draft");
        documents = documents.stale();
    }

    /** Replaces what is attached. */
    public void attach(DocumentSet attached) {
        requireStage(Stage.DRAFT);
        documents = Objects.requireNonNull(attached, "attached");
    }

    /** Publishes (发布招标公告): the draft is frozen and bids are taken from now on. */
    public void publish(Publication fixed) {
        requireStage(Stage.DRAFT);
        draft();
        publication = Objects.requireNonNull(fixed, "publication");
        moveTo(Stage.BIDDING);
    }

    /** Moves the bid deadline, while bids are taken; refuses with {@link TenderRefusal#DEADLINE} one that is not later. */
    public void moveDeadline(Instant later) {
        requireStage(Stage.BIDDING);
        var former = bidDeadline().orElseThrow();
        if (!later.isAfter(former)) {
            throw new Refused(TenderRefusal.DEADLINE, Facts.field("deadline", later, "after " + former));
        }
        movedDeadline = later;
    }

    /** Goes on to a later stage; refuses with {@link TenderRefusal#WRONG_STAGE} what the table does not allow. */
    public void advance(Stage next) {
        if (stage == Stage.DRAFT) {
            throw wrongStage(next.name());
        }
        moveTo(next);
    }

    private void moveTo(Stage next) {
        if (!stage.allows(next)) {
            throw wrongStage("one of " + stage.next());
        }
        stage = next;
    }

    /** Refuses with {@link TenderRefusal#WRONG_STAGE} unless the tender is in {@code wanted}. */
    public void requireStage(Stage wanted) {
        if (stage != wanted) {
            throw wrongStage(wanted.name());
        }
    }

    private Refused wrongStage(String expected) {
        return new Refused(TenderRefusal.WRONG_STAGE, Facts.field("stage", stage, expected));
    }

    public TenderId id() {
        return id;
    }

    public LotId lot() {
        return lot;
    }

    public Project project() {
        return project;
    }

    public LotCode lotCode() {
        return lotCode;
    }

    public UnifiedDealCode dealCode() {
        return dealCode;
    }

    public DocumentSet documents() {
        return documents;
    }

    public Stage stage() {
        return stage;
    }

    /** The draft; refuses with {@link TenderRefusal#NO_DRAFT} when none was written. */
    public TenderDraft draft() {
        if (draft == null) {
            throw TenderRefusal.NO_DRAFT.refused();
        }
        return draft;
    }

    /** The draft, if one was written. */
    public Optional<TenderDraft> draftIfAny() {
        return Optional.ofNullable(draft);
    }

    /** The bid deadline as it stands, if a draft has one. */
    public Optional<Instant> bidDeadline() {
        return movedDeadline != null
                ? Optional.of(movedDeadline)
                : draftIfAny().map(it -> it.schedule().bidDeadline());
    }

    /** What publication fixed, if it happened. */
    public Optional<Publication> publication() {
        return Optional.ofNullable(publication);
    }

    /** The lot as later steps see it, if published. */
    public Optional<PublishedLot> published() {
        return publication()
                .map(fixed -> new PublishedLot(
                        id,
                        lot,
                        lotCode,
                        dealCode,
                        project.name(),
                        project.region(),
                        project.procuringEntity(),
                        project.agency(),
                        draft,
                        documents,
                        fixed.trusteeSet(),
                        fixed.hash(),
                        fixed.tenderCtx(),
                        bidDeadline().orElseThrow(),
                        stage));
    }
}
