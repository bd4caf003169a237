package cn.qifeng.trading.log.application;

import cn.qifeng.trading.log.domain.LogCheck;
import cn.qifeng.trading.log.domain.LogDifference;
import cn.qifeng.trading.log.domain.LogDifference.Kind;
import java.util.ArrayList;
import java.util.List;

/** What a re-hash has found so far: all are counted, the first are kept. */
final class Differences {

    private final List<LogDifference> first = new ArrayList<>();
    private int count;

    void add(Kind kind, String place, Object seen, Object expected) {
        add(new LogDifference(kind, place, String.valueOf(seen), String.valueOf(expected)));
    }

    void add(LogDifference difference) {
        count++;
        if (first.size() < LogCheck.Result.SHOWN_MAX) {
            first.add(difference);
        }
    }

    /** One more unless both are the same. */
    void unlessSame(Kind kind, String place, Object seen, Object expected) {
        if (!String.valueOf(seen).equals(String.valueOf(expected))) {
            add(kind, place, seen, expected);
        }
    }

    int count() {
        return count;
    }

    List<LogDifference> first() {
        return first;
    }
}
