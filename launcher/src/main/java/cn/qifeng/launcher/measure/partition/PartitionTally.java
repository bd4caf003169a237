package cn.qifeng.launcher.measure.partition;

import cn.qifeng.launcher.measure.Bar;
import cn.qifeng.launcher.measure.Figures;

/** What was counted while sites were cut off. */
final class PartitionTally {

    int cuts;
    int draftsLost;
    long draftsWhileCut;
    int staleRefused;
    int staleAccepted;
    int wentOnWhileCut;
    int doubleScores;
    int totalsDiffer;

    void tell(Figures figures, int cutsMin, boolean proved) {
        figures.add("cuts", cuts, Bar.atLeast(cutsMin));
        figures.add("draftsWhileCut", draftsWhileCut, Bar.atLeast(1));
        figures.add("draftsLost", draftsLost, Bar.exactly(0));
        figures.add("staleRefused", staleRefused, Bar.atLeast(1));
        figures.add("staleAccepted", staleAccepted, Bar.exactly(0));
        figures.add("wentOnWhileCut", wentOnWhileCut, Bar.exactly(0));
        figures.add("doubleScores", doubleScores, Bar.exactly(0));
        figures.add("totalsDiffer", totalsDiffer, Bar.exactly(0));
        figures.add("proved", proved ? 1 : 0, Bar.exactly(1));
    }
}
