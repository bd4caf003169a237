package cn.qifeng.trading.opening.domain;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.LotId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Bid opening (开标) of one lot.
 *
 * <p>Each state is a type and owns its exits, so an illegal order does not compile. What only the clock or the count can
 * forbid is an {@link OpeningRefusal}.
 */
public sealed interface BidOpening {

    /** With fewer live bids the envelopes stay shut (招标投标法 §28, 实施条例 §44). */
    int BIDS_MIN = 3;

    /** The lot. */
    LotId lot();

    /** Published, envelopes sealed (待开标). */
    record Scheduled(LotId lot) implements BidOpening {

        /**
         * Takes the bid list after the deadline. Goes on to {@link Listed}, or ends in {@link Failed} when too few bid.
         *
         * @throws cn.qifeng.kernel.Refused {@link OpeningRefusal#BEFORE_HOUR} before deadline and settle time are over
         */
        public BidOpening freeze(BidList list, Duration settle) {
            requireReached(list.deadline().plus(settle), list.frozenAt(), false);
            int bidders = list.bidders();
            return bidders < BIDS_MIN
                    ? new Failed(lot, list.frozenAt(), bidders)
                    : new Listed(lot, list, null, null, null, null);
        }
    }

    /**
     * Too few bids, or ended by the supervisor while it was suspended (流标、终止): nothing is opened, only the count is
     * published.
     *
     * @param suspended whether the supervisor ended it
     */
    record Failed(LotId lot, Instant decidedAt, int count, boolean suspended) implements BidOpening {

        /** Too few bids. */
        public Failed(LotId lot, Instant decidedAt, int count) {
            this(lot, decidedAt, count, false);
        }
    }

    /**
     * The list is taken (已封存清单); bidders look for their receipts.
     *
     * @param listHash content hash of its entry; {@code null} until written
     * @param namesAt from when names may be shown; {@code null} until the list is under a published head
     * @param asked a decision over the held bids that waits for its second signature, or {@code null}
     * @param held the decision in force, or {@code null}
     */
    record Listed(LotId lot, BidList list, String listHash, Instant namesAt, HeldDecision asked, HeldDecision held)
            implements BidOpening {

        /** The list is an entry of the chain with this content hash. */
        public Listed written(String hash) {
            return new Listed(lot, list, hash, namesAt, asked, held);
        }

        /** The entry is under a published head, the deadline checkpoint: the viewing time begins. */
        public Listed published(Instant now, Duration viewing) {
            return new Listed(lot, list, listHash, now.plus(viewing), asked, held);
        }

        /** The same, with the time back that bidders lost for looking while the opening stood still. */
        public Listed later(Duration lost) {
            return new Listed(lot, list, listHash, namesAt == null ? null : namesAt.plus(lost), asked, held);
        }

        /** Whether bids are held and nobody has decided over them yet. */
        public boolean undecided() {
            return held == null && !list.held().isEmpty();
        }

        /**
         * The same with a signature of procuring entity or supervisor under a decision over the held bids; in force with
         * the second one under the same.
         */
        public Listed decide(HeldDecision wanted, RecordSignature signature) {
            if (!undecided() || namesAt == null) {
                throw OpeningRefusal.WRONG_STEP.refused();
            }
            wanted.requireAbout(list.held());
            var base = asked != null && asked.same(wanted) ? asked : wanted;
            var signed = base.sign(signature);
            return signed.inForce()
                    ? new Listed(lot, list, listHash, namesAt, null, signed)
                    : new Listed(lot, list, listHash, namesAt, signed, null);
        }

        /** Behind the decision: goes on with enough live bids, else ends in {@link Failed}. */
        public BidOpening decided(Instant now) {
            int live = list.live(held).size();
            return undecided() || live >= BIDS_MIN ? this : new Failed(lot, now, live);
        }

        /**
         * Refuses while names may not be shown: before the published head, within the viewing time, and while a held bid
         * is undecided.
         */
        public void requireNameable(Instant now) {
            if (namesAt == null) {
                throw OpeningRefusal.WRONG_STEP.refused();
            }
            if (undecided()) {
                throw OpeningRefusal.HELD_UNDECIDED.refused();
            }
            requireReached(namesAt, now, false);
        }

        /** Names are shown and the coefficient's draw is open; goes on to {@link Drawing}. */
        public Drawing name(List<BidderName> names, UUID draw, Instant now) {
            requireNameable(now);
            return new Drawing(lot, new Checkpoint(list, listHash, held, null), now, names, draw);
        }

        /** Mode BIDDERS: names are shown and bidders may release their bids; goes on to {@link Releasing}. */
        public Releasing openWindow(List<BidderName> names, Duration length, Instant now) {
            requireNameable(now);
            var checkpoint = new Checkpoint(list, listHash, held, null);
            return new Releasing(lot, checkpoint, names, ReleaseWindow.of(now, length), List.of());
        }
    }

    /** Mode BIDDERS: names are public, each bidder releases its own bid (投标人解密中). */
    record Releasing(
            LotId lot, Checkpoint checkpoint, List<BidderName> names, ReleaseWindow window, List<Release> releases)
            implements BidOpening {

        public Releasing {
            names = List.copyOf(names);
            releases = List.copyOf(releases);
        }

        /** The same with one more release; refuses a second one of the same bid, and any outside the window. */
        public Releasing release(Release release) {
            window.requireOpen(release.at());
            if (releases.stream().anyMatch(one -> one.bidId().equals(release.bidId()))) {
                throw OpeningRefusal.RELEASED.with(
                        Facts.of("bidId", release.bidId()).map());
            }
            var more = new ArrayList<>(releases);
            more.add(release);
            return new Releasing(lot, checkpoint, names, window, more);
        }

        /** The same with a signature of host or supervisor under an extension; in force with the second. */
        public Releasing extend(WindowExtension wanted, RecordSignature signature, Instant now) {
            return new Releasing(lot, checkpoint, names, window.extend(wanted, signature, now), releases);
        }

        /** The same, while the closing waits for host and supervisor, because the platform is the cause of a gap. */
        public Releasing pause(Instant now) {
            return new Releasing(lot, checkpoint, names, window.paused(now), releases);
        }

        /** The same, with the time back in which the opening stood still while the window was open. */
        public Releasing stoodStill(Instant from, Instant until) {
            return new Releasing(lot, checkpoint, names, window.stoodStill(from, until), releases);
        }

        /** Live bids that nobody has released. */
        public List<ListedBid> missing() {
            return checkpoint.live().stream()
                    .filter(bid ->
                            releases.stream().noneMatch(one -> one.bidId().equals(bid.bidId())))
                    .toList();
        }

        /**
         * Whether the window may close on these causes of what is missing: when it is over, and either the platform is no
         * cause, or host and supervisor had their time and three bids are left that were released or are the bidder's own
         * loss. With nothing released it waits for them as well.
         */
        public boolean closable(List<ReleaseCausation> causes, Instant now, ReleaseTimes times) {
            if (!now.isAfter(window.closesAt().plus(times.settle()))) {
                return false;
            }
            long byPlatform = causes.stream()
                    .filter(cause -> cause.outcome() == ReleaseOutcome.DEEMED_WITHDRAWN)
                    .count();
            if (byPlatform == 0 && !releases.isEmpty()) {
                return true;
            }
            boolean decided =
                    window.pausedAt() != null && !now.isBefore(window.pausedAt().plus(times.decision()));
            return decided && !releases.isEmpty() && checkpoint.live().size() - byPlatform >= BIDS_MIN;
        }

        /** The window is closed and the release list is an entry of the chain; goes on to {@link Released}. */
        public Released close(ReleaseList list, Instant now) {
            if (!window.over(now)) {
                throw OpeningRefusal.BEFORE_HOUR.with(Facts.field("now", now, "after " + window.closesAt())
                        .earliest(window.closesAt())
                        .map());
            }
            return new Released(lot, checkpoint.with(list), names);
        }
    }

    /** Mode BIDDERS: the release list is taken (放行清单已封存); the draw waits for a published head over it. */
    record Released(LotId lot, Checkpoint checkpoint, List<BidderName> names) implements BidOpening {

        public Released {
            names = List.copyOf(names);
        }

        /** The list is under a published head and the coefficient's draw is open; goes on to {@link Drawing}. */
        public Drawing listed(UUID draw, Instant now) {
            return new Drawing(lot, checkpoint, now, names, draw);
        }
    }

    /** Names are public, the coefficient is being drawn (抽取系数). */
    record Drawing(LotId lot, Checkpoint checkpoint, Instant namedAt, List<BidderName> names, UUID draw)
            implements BidOpening {

        public Drawing {
            names = List.copyOf(names);
        }

        /** The coefficient is drawn; the trustees may press. */
        public Unsealing drawn(String coefficient, Instant now) {
            return new Unsealing(lot, checkpoint, names, draw, coefficient, now, List.of());
        }
    }

    /** Trustees at work; no price is known to anyone (启封中). */
    record Unsealing(
            LotId lot,
            Checkpoint checkpoint,
            List<BidderName> names,
            UUID draw,
            String coefficient,
            Instant drawnAt,
            List<Press> presses)
            implements BidOpening {

        public Unsealing {
            names = List.copyOf(names);
            presses = List.copyOf(presses);
        }

        /** The same with one more press; refuses a second one of the same trustee with the same set. */
        public Unsealing press(Press press) {
            if (pressed(press.set(), press.trustee())) {
                throw OpeningRefusal.PRESSED.refused();
            }
            var more = new ArrayList<>(presses);
            more.add(press);
            return new Unsealing(lot, checkpoint, names, draw, coefficient, drawnAt, more);
        }

        /** Whether a trustee (id of its certificate) pressed with its key of this set. */
        public boolean pressed(String set, String trustee) {
            return presses.stream()
                    .anyMatch(
                            press -> press.set().equals(set) && press.trustee().equals(trustee));
        }

        /** Whether all sets with bids to open have done their part: none is opened before the others. */
        public boolean enough(List<PressingSet> sets) {
            return sets.stream().allMatch(this::enough);
        }

        /** Whether every bid of the set has as many shares as its threshold, or all its members answered. */
        private boolean enough(PressingSet set) {
            var own = presses.stream()
                    .filter(press -> press.set().equals(set.set()))
                    .toList();
            return own.size() == set.members()
                    || set.bids().stream()
                            .allMatch(bid -> own.stream()
                                            .filter(press -> press.shares().containsKey(bid))
                                            .count()
                                    >= set.threshold());
        }

        /** All prices at one instant (揭示). */
        public Opened reveal(List<OpenedBid> results, Instant now, Duration objections) {
            return new Opened(this, results, now, now.plus(objections), List.of(), null);
        }
    }

    /**
     * Every bid of the list is opened or found invalid (已开标); objections on the spot.
     *
     * @param unsealing how it came about
     * @param results by bid id
     * @param objectionsUntil until when bidders may object
     * @param draft the record to be signed, or {@code null} until it was written
     */
    record Opened(
            Unsealing unsealing,
            List<OpenedBid> results,
            Instant openedAt,
            Instant objectionsUntil,
            List<Objection> objections,
            RecordDraft draft)
            implements BidOpening {

        public Opened {
            results = List.copyOf(results);
            objections = List.copyOf(objections);
        }

        @Override
        public LotId lot() {
            return unsealing.lot();
        }

        /** The same with one more objection; refuses when the time for it is over. */
        public Opened object(Objection objection) {
            if (objection.at().isAfter(objectionsUntil)) {
                throw OpeningRefusal.WRONG_STEP.with(
                        Facts.field("objection", objection.at(), "until " + objectionsUntil)
                                .map());
            }
            var more = new ArrayList<>(objections);
            more.add(objection);
            return new Opened(unsealing, results, openedAt, objectionsUntil, more, draft);
        }

        /** The same with one objection changed. */
        public Opened with(Objection answered) {
            var changed = objections.stream()
                    .map(one -> one.id().equals(answered.id()) ? answered : one)
                    .toList();
            return new Opened(unsealing, results, openedAt, objectionsUntil, changed, draft);
        }

        /** Whether the record is not written yet and nothing stands in its way. */
        public boolean recordDue(Instant now) {
            return draft == null
                    && now.isAfter(objectionsUntil)
                    && objections.stream().allMatch(one -> one.answer() != null);
        }

        /** The same with the record written; refuses while objections can come or wait for an answer. */
        public Opened drafted(String sm3, Instant now) {
            requireReached(objectionsUntil, now, true);
            if (objections.stream().anyMatch(one -> one.answer() == null)) {
                throw OpeningRefusal.UNANSWERED.refused();
            }
            return new Opened(
                    unsealing, results, openedAt, objectionsUntil, objections, new RecordDraft(sm3, now, List.of()));
        }

        /** The same with one more signature under the record. */
        public Opened sign(RecordSignature signature) {
            if (draft == null) {
                throw OpeningRefusal.WRONG_STEP.refused();
            }
            return new Opened(unsealing, results, openedAt, objectionsUntil, objections, draft.sign(signature));
        }

        /** The record is signed by agency and supervisor; goes on to {@link Recorded}. */
        public Recorded recorded(Instant now) {
            if (draft == null || !draft.complete()) {
                throw OpeningRefusal.WRONG_STEP.refused();
            }
            return new Recorded(this, now);
        }
    }

    /** The record is signed and public (开标记录已签署); evaluation may begin. */
    record Recorded(Opened opened, Instant recordedAt) implements BidOpening {

        @Override
        public LotId lot() {
            return opened.lot();
        }
    }

    private static void requireReached(Instant moment, Instant now, boolean strictly) {
        if (now.isBefore(moment) || strictly && now.equals(moment)) {
            throw OpeningRefusal.BEFORE_HOUR.with(
                    Facts.field("now", now, moment).earliest(moment).map());
        }
    }
}
