package cn.qifeng.launcher.measure.hall;

import cn.qifeng.launcher.measure.Bar;
import cn.qifeng.launcher.measure.Figures;

/** What was counted while a hall's service died. */
final class HallTally {

    final int membersWanted;
    final int killsWanted;
    int members;
    int kills;
    double backSeconds;
    int draftsLost;
    int textsLost;
    int faultsUntold;
    int wentBack;
    int doubleScores;
    int totalsDiffer;
    int pieces;
    int piecesDiffer;
    int films;
    int filmsBroken;
    int recordingWhole;
    int proved;

    /** A tally of a panel of so many, whose service dies so often. */
    HallTally(int membersWanted, int killsWanted) {
        this.membersWanted = membersWanted;
        this.killsWanted = killsWanted;
    }

    void tell(Figures figures) {
        figures.add("members", members, Bar.exactly(membersWanted))
                .add("kills", kills, Bar.exactly(killsWanted))
                .add("backSecondsMax", backSeconds)
                .add("draftsLost", draftsLost, Bar.exactly(0))
                .add("textsLost", textsLost, Bar.exactly(0))
                .add("faultsUntold", faultsUntold, Bar.exactly(0))
                .add("wentBack", wentBack, Bar.exactly(0))
                .add("doubleScores", doubleScores, Bar.exactly(0))
                .add("totalsDiffer", totalsDiffer, Bar.exactly(0))
                .add("pieces", pieces, Bar.atLeast(1))
                .add("piecesDiffer", piecesDiffer, Bar.exactly(0))
                .add("films", films, Bar.atLeast(1))
                .add("filmsBroken", filmsBroken, Bar.exactly(0))
                .add("recordingWhole", recordingWhole, Bar.exactly(1))
                .add("proved", proved, Bar.exactly(1));
    }
}
