package cn.qifeng.evaluation.clearing.domain;

import cn.qifeng.evaluation.panel.domain.SessionId;
import java.time.Instant;
import java.util.Optional;

/**
 * The clearing of one session (清标任务) and how far it is.
 *
 * @param startedBy expert number of the member who asked for it, or {@code SUPERVISOR}
 * @param startedAt legal time
 * @param bids bids to be read
 * @param bidsDone bids that were read or refused
 * @param items items of the tender's bill; 0 until it was read
 * @param rowsDone rows of items that were read in all bids
 * @param failure code of what ended it, if it failed
 */
public record ClearingRun(
        SessionId session,
        ClearingState state,
        String startedBy,
        Instant startedAt,
        int bids,
        int bidsDone,
        int items,
        int rowsDone,
        Thresholds thresholds,
        Optional<String> failure) {

    /** Asked for. */
    public static ClearingRun asked(SessionId session, String by, Instant now, int bids, Thresholds thresholds) {
        return new ClearingRun(session, ClearingState.WAITING, by, now, bids, 0, 0, 0, thresholds, Optional.empty());
    }

    /** The tender's bill was read; the bids' bills come from the first on. */
    public ClearingRun begun(int itemsOfTender) {
        return with(ClearingState.RUNNING, 0, itemsOfTender, 0, Optional.empty());
    }

    /** One more bid was read, with so many rows, or refused. */
    public ClearingRun read(int rows) {
        return with(ClearingState.RUNNING, bidsDone + 1, items, rowsDone + rows, Optional.empty());
    }

    /** Everything is found. */
    public ClearingRun done() {
        return with(ClearingState.DONE, bidsDone, items, rowsDone, Optional.empty());
    }

    /** What it waits for is not there now; the next tick tries again. */
    public ClearingRun waiting() {
        return with(ClearingState.WAITING, 0, items, 0, Optional.empty());
    }

    /** It cannot go on. */
    public ClearingRun failed(String code) {
        return with(ClearingState.FAILED, bidsDone, items, rowsDone, Optional.of(code));
    }

    private ClearingRun with(ClearingState next, int bidsRead, int itemCount, int rows, Optional<String> code) {
        return new ClearingRun(session, next, startedBy, startedAt, bids, bidsRead, itemCount, rows, thresholds, code);
    }
}
