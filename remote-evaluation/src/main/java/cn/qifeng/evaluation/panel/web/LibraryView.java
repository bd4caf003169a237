package cn.qifeng.evaluation.panel.web;

import cn.qifeng.evaluation.library.domain.LibraryReply;
import cn.qifeng.evaluation.panel.application.ReadDraws.LibraryDesk;
import cn.qifeng.evaluation.panel.domain.Panel;
import java.time.Instant;
import java.util.List;

/**
 * The provincial library on the draw desk: its replies, each verified before it was taken, by places; and what is wrong
 * where something is.
 *
 * @param fault code of the refusal that stands; {@code null} while all is well
 * @param asked what it had been asked when that began
 */
record LibraryView(
        String name,
        String uscc,
        String fault,
        String asked,
        int failures,
        Instant failingSince,
        Instant nextAt,
        List<Reply> replies) {

    static LibraryView of(LibraryDesk desk, Panel panel) {
        var line = desk.line();
        boolean failing = line.fault().isPresent();
        return new LibraryView(
                desk.library().name(),
                desk.library().uscc(),
                line.fault().orElse(null),
                failing ? line.sort().name() : null,
                line.failures(),
                line.since().orElse(null),
                failing ? line.nextAt() : null,
                desk.replies().stream().map(it -> Reply.of(it, panel)).toList());
    }

    /**
     * One reply.
     *
     * @param place of the expert, {@code null} for a pool
     * @param what how many could be drawn, or the answer; {@code null} for an identity
     * @param sm3 of the signed doc
     */
    record Reply(String sort, String place, String what, Instant at, String sm3) {

        static Reply of(LibraryReply reply, Panel panel) {
            var doc = reply.statement().doc();
            var what = switch (reply.sort()) {
                case POOL -> String.valueOf(doc.path("experts").size());
                case ANSWER -> doc.path("answer").asText();
                case IDENTITY -> null;
            };
            var place = panel.experts().stream()
                    .filter(it -> it.number().equals(reply.code()))
                    .map(panel::place)
                    .findFirst()
                    .orElse(null);
            return new Reply(
                    reply.sort().name(),
                    place,
                    what,
                    reply.takenAt(),
                    reply.statement().hashHex());
        }
    }
}
