package cn.qifeng.evaluation.site.web;

import cn.qifeng.evaluation.site.domain.SiteRefusal;
import java.time.DateTimeException;
import java.time.Instant;

/** Moments in queries. */
final class Moment {

    private Moment() {}

    static Instant of(String field, String text) {
        try {
            return Instant.parse(text == null ? "" : text);
        } catch (DateTimeException other) {
            throw SiteRefusal.SPAN.at(field, text, "a moment such as 2026-12-01T01:00:00Z");
        }
    }
}
