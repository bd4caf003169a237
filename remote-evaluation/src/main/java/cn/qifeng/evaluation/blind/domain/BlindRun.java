package cn.qifeng.evaluation.blind.domain;

import cn.qifeng.evaluation.panel.domain.SessionId;

/**
 * The check of all blind files of a session (暗标检查).
 *
 * @param page page of the file that is being read, from 1; 0 before
 * @param pages of how many
 */
public record BlindRun(SessionId session, BlindState state, int bidsDone, int bidsTotal, int page, int pages) {

    /** A check that is to be done. */
    public static BlindRun of(SessionId session, int bids) {
        return new BlindRun(session, BlindState.WAITING, 0, bids, 0, 0);
    }

    /** A page of the present file is begun. */
    public BlindRun at(int ofPage, int ofPages) {
        return new BlindRun(session, BlindState.RUNNING, bidsDone, bidsTotal, ofPage, ofPages);
    }

    /** So many files are checked. */
    public BlindRun read(int bids) {
        return new BlindRun(session, BlindState.RUNNING, bids, bidsTotal, 0, 0);
    }

    /** Somebody else takes over. */
    public BlindRun waiting() {
        return new BlindRun(session, BlindState.WAITING, bidsDone, bidsTotal, 0, 0);
    }

    /** All is checked. */
    public BlindRun done() {
        return new BlindRun(session, BlindState.DONE, bidsTotal, bidsTotal, 0, 0);
    }
}
