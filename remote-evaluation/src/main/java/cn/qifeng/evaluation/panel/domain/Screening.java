package cn.qifeng.evaluation.panel.domain;

import java.util.Set;
import java.util.TreeSet;

/**
 * Where the preliminary review (初步评审) of a session stands: its round among the rounds of the sheets, and what came of it.
 *
 * @param round round of the judgements; 0 before they begin, and where no item was published
 * @param first first round of the technical sheets, in which no sheet owes a reason for being written again
 * @param last highest round that was used
 * @param scored round of the technical sheets behind which the review comes, where it does not come first
 * @param settled whether the panel decided on every bid that a member did not pass
 * @param out ids of the bids that it rejected
 * @param finding why it goes on or ends where fewer than three bids are left; otherwise empty
 * @param closed whether the report rests on it: a re-review does not decide it anew
 * @param named certificate ids of the members who know names, or prices, where the review comes behind the sheets: they scored before
 */
public record Screening(
        int round,
        int first,
        int last,
        int scored,
        boolean settled,
        Set<String> out,
        String finding,
        boolean closed,
        Set<String> named) {

    public Screening {
        out = Set.copyOf(new TreeSet<>(out));
        finding = finding == null ? "" : finding;
        named = named == null ? Set.of() : Set.copyOf(new TreeSet<>(named));
    }

    /** Nothing judged yet. */
    public static Screening none() {
        return new Screening(0, 1, 1, 1, false, Set.of(), "", false, Set.of());
    }

    /** What was done is void: everything begins with this round, as it began with the first. */
    static Screening anew(int at) {
        return new Screening(0, at, at, at, false, Set.of(), "", false, Set.of());
    }

    /** The round behind all that were used, and behind this one. */
    int next(int current) {
        return Math.max(last, current) + 1;
    }

    Screening used(int used) {
        return new Screening(round, first, Math.max(last, used), scored, settled, out, finding, closed, named);
    }

    /** Judgements are written in this round, behind technical sheets of another where it does not come first. */
    Screening begun(int at, int behind) {
        return new Screening(at, first, Math.max(last, at), behind, false, Set.of(), "", false, named);
    }

    /** These members know whose bids they scored. */
    Screening naming(Set<String> members) {
        return new Screening(round, first, last, scored, settled, out, finding, closed, members);
    }

    /** Decided; technical sheets that are still to come begin with this round. */
    Screening settled(Set<String> rejected, int technical, String why) {
        return new Screening(round, technical, Math.max(last, technical), scored, true, rejected, why, false, named);
    }

    /** A member left: who comes judges anew, and the panel decides anew. */
    Screening reopened() {
        return new Screening(round, first, last, scored, false, Set.of(), "", false, named);
    }

    /** The report stands; what comes afterwards is a re-review. */
    Screening close() {
        return new Screening(round, first, last, scored, settled, out, finding, true, named);
    }
}
