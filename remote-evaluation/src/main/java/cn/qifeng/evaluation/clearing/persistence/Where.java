package cn.qifeng.evaluation.clearing.persistence;

import cn.qifeng.evaluation.clearing.domain.FindingFilter;
import cn.qifeng.evaluation.panel.domain.SessionId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Conditions on findings as SQL, with their values in the same order. */
final class Where {

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    Where(SessionId session, FindingFilter filter) {
        and("session_id = ?", session.toString());
        filter.kind().ifPresent(it -> and("kind = ?", it.name()));
        filter.severity().ifPresent(it -> and("severity = ?", it.name()));
        if (!filter.words().isBlank()) {
            and("searched like ? escape '!'", "%" + escaped(filter.words()) + "%");
        }
    }

    Where and(String condition, Object value) {
        conditions.add(condition);
        values.add(value);
        return this;
    }

    String text() {
        return " where " + String.join(" and ", conditions);
    }

    Object[] values(Object... more) {
        var all = new ArrayList<>(values);
        Collections.addAll(all, more);
        return all.toArray();
    }

    private static String escaped(String words) {
        return words.strip().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0");
    }
}
