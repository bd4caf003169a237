package cn.qifeng.trading.party.application;

import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.TenderId;
import java.time.Instant;
import java.util.Objects;

/**
 * Something that somebody owes (待办).
 *
 * @param code what is to be done, {@code capability/act}; the pages translate it
 * @param title name of the tender or lot, as people know it
 * @param tender the tender, or {@code null}
 * @param lot the lot, or {@code null}
 * @param due legal time by which it must be done, or {@code null} without one
 * @param link path of the page where it is done
 */
public record Task(String code, String title, TenderId tender, LotId lot, Instant due, String link) {

    public Task {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(link, "link");
    }
}
