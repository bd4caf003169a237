package cn.qifeng.trading.award.domain;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Fen;
import cn.qifeng.kernel.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Award (定标) of one lot: by the votes of an award committee among unranked finalists (评定分离), or by the procuring entity
 * among ranked candidates, in state-controlled projects the first (实施条例 §55).
 *
 * <p>Each state is a type and owns its exits. The evaluation committee recommends, and nobody else can win.
 */
public sealed interface Award {

    /** What it is decided on. */
    AwardFile file();

    /** Name of the state. */
    Phase phase();

    /** The moment in legal time for which it waits. */
    default Optional<Instant> dueAt() {
        return Optional.empty();
    }

    /** The rounds counted so far. */
    default List<Round> rounds() {
        return List.of();
    }

    /**
     * The evaluation is done again (复评): what this state published is taken back, and the award waits for the second
     * report. Refuses with {@link AwardRefusal#NOT_REOPENED} once the notice of award is issued, and where the lot failed.
     *
     * @param rework number of the re-review of this lot
     */
    default Reworking reopen(int rework, Instant now) {
        return new Reworking(file(), rework, now);
    }

    /** Refuses to reopen in a phase that nothing leads back from. */
    private static Reworking shut(Phase phase) {
        throw new Refused(AwardRefusal.NOT_REOPENED, Facts.field("phase", phase, "before the notice of award"));
    }

    /** The panel reviews once more; nothing is published or decided before its second report (复评中). */
    record Reworking(AwardFile file, int rework, Instant since) implements Award {

        @Override
        public Phase phase() {
            return Phase.REWORKING;
        }

        /** The second report is there, and is read like the first. */
        public Reviewing report(AwardFile second, Instant now) {
            if (second.reportSm3().equals(file.reportSm3())) {
                throw new Refused(
                        AwardRefusal.BAD_EVALUATION, Facts.field("reportSm3", file.reportSm3(), "another report"));
            }
            return new Reviewing(second, now);
        }

        @Override
        public Reworking reopen(int number, Instant now) {
            return shut(phase());
        }
    }

    /** The procuring entity reads the report before anything is published (报告审查). */
    record Reviewing(AwardFile file, Instant receivedAt) implements Award {

        @Override
        public Phase phase() {
            return Phase.REVIEWING;
        }

        /** Publishes the finalists. */
        public FinalistsPublicity publish(Publicity publicity) {
            return new FinalistsPublicity(file, publicity);
        }
    }

    /** The finalists are public and can be objected to (定标候选人公示). */
    record FinalistsPublicity(AwardFile file, Publicity publicity) implements Award {

        @Override
        public Phase phase() {
            return Phase.FINALISTS_PUBLICITY;
        }

        @Override
        public Optional<Instant> dueAt() {
            return Optional.of(publicity.to());
        }

        /** Ends when the days are over and no objection is open. */
        public Award end(Instant now, boolean objectionOpen) {
            if (!publicity.over(now)) {
                throw new Refused(
                        AwardRefusal.PUBLICITY_RUNNING,
                        Facts.field("publicity", now, publicity.to()).earliest(publicity.to()));
            }
            if (objectionOpen) {
                throw AwardRefusal.OBJECTION_OPEN.refused();
            }
            return file.setting().ranked() ? new Determining(file) : new Convening(file);
        }
    }

    /** The procuring entity fixes the winner among the ranked candidates (待确定中标人). */
    record Determining(AwardFile file) implements Award {

        @Override
        public Phase phase() {
            return Phase.DETERMINING;
        }

        /**
         * Fixes the winner: the first who was not passed over, or in a project that is not state-controlled another one
         * with a reason.
         */
        public WinnerDetermined determine(BidRef winner, String reason) {
            var eligible = file.eligible();
            if (!eligible.contains(winner)) {
                throw new Refused(AwardRefusal.OUTSIDE_FINALISTS, Facts.field("winner", winner, eligible));
            }
            if (!winner.equals(eligible.get(0))) {
                if (file.setting().firstOnly()) {
                    throw new Refused(AwardRefusal.NOT_THE_FIRST, Facts.field("winner", winner, eligible.get(0)));
                }
                if (reason == null || reason.isBlank()) {
                    throw new Refused(AwardRefusal.REASON_MISSING, Facts.field("reason", reason, "text"));
                }
            }
            return new WinnerDetermined(file, List.of(), winner, null);
        }

        /** The first candidate whose turn it is does not win. */
        public Award passOver(PassedOver passed) {
            return passing(file, passed, file.eligible().get(0));
        }
    }

    /** Passes over {@code turn}; with nobody left the lot has no winner. */
    private static Award passing(AwardFile file, PassedOver passed, BidRef turn) {
        if (!file.setting().ranked()) {
            throw new Refused(AwardRefusal.WRONG_PHASE, Facts.field("award.mode", "SEPARATED", "RANKED"));
        }
        if (!passed.bid().equals(turn)) {
            throw new Refused(AwardRefusal.NOT_ITS_TURN, Facts.field("bidId", passed.bid(), turn));
        }
        var left = file.passing(passed);
        return left.eligible().isEmpty() ? new Undecided(left, List.of()) : new Determining(left);
    }

    /** The committee is not named yet (待组建定标委员会). */
    record Convening(AwardFile file) implements Award {

        @Override
        public Phase phase() {
            return Phase.CONVENING;
        }

        /** Opens the first round; ballots must be in by {@code deadline}. */
        public Balloting convene(Committee committee, Instant deadline) {
            return new Balloting(file, committee, List.of(), Round.open(1, file.choices()), deadline);
        }
    }

    /** Members commit their sealed ballots (密封投票). */
    record Balloting(AwardFile file, Committee committee, List<Round> rounds, Round round, Instant deadline)
            implements Award {

        @Override
        public Phase phase() {
            return Phase.BALLOTING;
        }

        @Override
        public Optional<Instant> dueAt() {
            return Optional.of(deadline);
        }

        public Balloting {
            rounds = List.copyOf(rounds);
        }

        /** Takes a committed ballot; the last one opens the reveal. */
        public Award commit(String member, int n, String commit, Instant revealDeadline) {
            committee.member(member).orElseThrow(AwardRefusal.NOT_A_MEMBER::refused);
            var more = round.commit(member, n, commit);
            return more.ballots().size() == committee.members().size()
                    ? new Revealing(file, committee, rounds, more, revealDeadline)
                    : new Balloting(file, committee, rounds, more, deadline);
        }

        /** Whether the time is over and there is a quorum. */
        public boolean closable(Instant now) {
            return !now.isBefore(deadline) && round.ballots().size() >= committee.quorum();
        }

        /** Goes on without the absent when the time is over and there is a quorum. */
        public Revealing close(Instant now, Instant revealDeadline) {
            if (!closable(now)) {
                throw new Refused(
                        AwardRefusal.BALLOTS_OPEN,
                        Facts.field("ballots", round.ballots().size(), committee.quorum())
                                .earliest(deadline));
            }
            return new Revealing(file, committee, rounds, round, revealDeadline);
        }
    }

    /** Members open what they committed (公开选票). */
    record Revealing(AwardFile file, Committee committee, List<Round> rounds, Round round, Instant deadline)
            implements Award {

        @Override
        public Phase phase() {
            return Phase.REVEALING;
        }

        @Override
        public Optional<Instant> dueAt() {
            return Optional.of(deadline);
        }

        public Revealing {
            rounds = List.copyOf(rounds);
        }

        /** Takes an open ballot; {@code recomputed} is the commitment over it. */
        public Revealing reveal(String member, int n, String recomputed, BidRef choice, String reason) {
            committee.member(member).orElseThrow(AwardRefusal.NOT_A_MEMBER::refused);
            return new Revealing(
                    file, committee, rounds, round.reveal(member, n, recomputed, choice, reason), deadline);
        }

        /** Whether every committed ballot is open. */
        public boolean complete() {
            return round.ballots().stream().allMatch(Ballot::open);
        }

        /** Counts; ballots that stayed shut after the deadline count as none. */
        public Award count(Instant now, Instant nextDeadline, Publicity publicity) {
            if (!complete() && now.isBefore(deadline)) {
                throw new Refused(
                        AwardRefusal.BALLOTS_OPEN,
                        Facts.field(
                                        "ballots",
                                        round.votes().size(),
                                        round.ballots().size())
                                .earliest(deadline));
            }
            var counted = new ArrayList<>(rounds);
            counted.add(round);
            var outcome = DirectVote.count(committee.members().size(), round.choices(), round.votes());
            if (outcome instanceof DirectVote.Elected elected) {
                return new Decided(file, counted, elected.winner(), publicity);
            }
            if (round.n() >= file.setting().roundsMax()) {
                return new Undecided(file, counted);
            }
            var next = ((DirectVote.RunOff) outcome).choices();
            return new Balloting(file, committee, counted, Round.open(round.n() + 1, next), nextDeadline);
        }
    }

    /** A majority chose; the result is public (定标结果公示). */
    record Decided(AwardFile file, List<Round> rounds, BidRef winner, Publicity publicity) implements Award {

        @Override
        public Phase phase() {
            return Phase.DECIDED;
        }

        @Override
        public Optional<Instant> dueAt() {
            return Optional.of(publicity.to());
        }

        /** The winner is always a finalist (R35). */
        public Decided {
            rounds = List.copyOf(rounds);
            if (file.finalist(winner).isEmpty()) {
                throw new Refused(AwardRefusal.OUTSIDE_FINALISTS, Facts.field("winner", winner, file.choices()));
            }
        }

        /** The winner is fixed when the publicity of the result is over. */
        public WinnerDetermined end(Instant now) {
            if (!publicity.over(now)) {
                throw new Refused(
                        AwardRefusal.PUBLICITY_RUNNING,
                        Facts.field("publicity", now, publicity.to()).earliest(publicity.to()));
            }
            return new WinnerDetermined(file, rounds, winner, null);
        }
    }

    /** No majority in any round, or every candidate passed over (未产生中标人): the procuring entity tenders again. */
    record Undecided(AwardFile file, List<Round> rounds) implements Award {

        @Override
        public Phase phase() {
            return Phase.UNDECIDED;
        }

        @Override
        public Reworking reopen(int rework, Instant now) {
            return shut(phase());
        }

        public Undecided {
            rounds = List.copyOf(rounds);
        }
    }

    /**
     * The winner is fixed, the notice is not issued yet (中标人已确定).
     *
     * @param draftSm3 SM3 of the notice to be signed, hex; {@code null} until it was written
     */
    record WinnerDetermined(AwardFile file, List<Round> rounds, BidRef winner, String draftSm3) implements Award {

        @Override
        public Phase phase() {
            return Phase.WINNER_DETERMINED;
        }

        public WinnerDetermined {
            rounds = List.copyOf(rounds);
        }

        /** Who wins. */
        public Finalist winning() {
            return file.finalist(winner).orElseThrow();
        }

        /** A ranked winner drops out before the notice. */
        public Award passOver(PassedOver passed) {
            return passing(file, passed, winner);
        }

        /** The same with the notice written. */
        public WinnerDetermined drafted(String sm3) {
            return new WinnerDetermined(file, rounds, winner, sm3);
        }

        /** Issues the award notice that was written; refuses with {@link AwardRefusal#WRONG_PHASE} before that. */
        public Noticed notice(Instant now) {
            if (draftSm3 == null) {
                throw new Refused(AwardRefusal.WRONG_PHASE, Facts.field("notice", "not written", "written"));
            }
            return new Noticed(file, rounds, winner, draftSm3, now);
        }
    }

    /** The award notice is issued (已发中标通知书). */
    record Noticed(AwardFile file, List<Round> rounds, BidRef winner, String noticeSm3, Instant noticedAt)
            implements Award {

        @Override
        public Phase phase() {
            return Phase.NOTICED;
        }

        @Override
        public Reworking reopen(int rework, Instant now) {
            return shut(phase());
        }

        public Noticed {
            rounds = List.copyOf(rounds);
            Objects.requireNonNull(noticeSm3, "noticeSm3");
        }

        /** A ranked winner drops out before the contract. */
        public Award passOver(PassedOver passed) {
            return passing(file, passed, winner);
        }

        /** Who won. */
        public Finalist winning() {
            return file.finalist(winner).orElseThrow();
        }

        /** Price that the contract must have (招标投标法 §46). */
        public Fen price() {
            return winning().price();
        }
    }
}
