package cn.qifeng.evaluation.handover.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.qifeng.evaluation.handover.domain.Submission.Receipt;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.kernel.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Handover 副场资料移交")
class HandoverTest {

    private static final Instant ENDED = Instant.parse("2026-12-01T02:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-12-08T16:00:00Z");
    private static final Instant BEHIND = UNTIL.plusSeconds(1);
    private static final Handover DUE =
            Handover.due(UUID.randomUUID(), SessionId.random(), "S", "9133", ENDED, new HandoverTerm(UNTIL, false));

    @Test
    void isLateWhereNothingWasHandedOverInTime() {
        assertThat(DUE.late(UNTIL)).isFalse();
        assertThat(DUE.late(BEHIND)).isTrue();
        assertThat(DUE.with(list(ENDED)).late(BEHIND)).isFalse();
        assertThat(returned().late(BEHIND)).isFalse();
    }

    @Test
    void remindsOfWhatWasSentBackAllTheSame() {
        assertThat(returned().reminder(BEHIND)).contains(Reminder.OVERDUE);
    }

    @Test
    void isShownToItsSiteAsReceivedFromTheNextDayOn() {
        var received = DUE.with(list(ENDED)).answered(receipt(ENDED, true));

        assertThat(received.beforeItsSite(Instant.parse("2026-12-01T15:59:59Z")))
                .satisfies(it -> assertThat(it.state()).isEqualTo(HandoverState.SUBMITTED))
                .satisfies(it -> assertThat(it.last().receipt()).isEmpty());
        assertThat(received.beforeItsSite(Instant.parse("2026-12-01T16:00:00Z")))
                .isEqualTo(received);
        assertThat(returned().beforeItsSite(ENDED)).isEqualTo(returned());
    }

    @Test
    void neverTellsItsSiteThatEverythingIsReceived() {
        var received = DUE.with(list(ENDED)).answered(receipt(ENDED, true));
        var submitted = DUE.with(list(ENDED));

        assertThat(told(received)).isEqualTo(told(submitted)).contains("SUBMITTED");
    }

    private static String told(Handover handover) {
        return catchThrowableOfType(Refused.class, handover::requireOwed)
                .facts()
                .toString();
    }

    private static Handover returned() {
        return DUE.with(list(ENDED)).answered(receipt(ENDED, false));
    }

    private static Submission list(Instant at) {
        var item = new HandedItem(
                1, ItemKind.DOCUMENT, ItemMatter.OTHER, Optional.empty(), "ab".repeat(32), 7, Delivery.UPLOADED);
        return new Submission(1, at, "p", List.of(item), "cd".repeat(32), "{}", Optional.empty());
    }

    private static Receipt receipt(Instant at, boolean accepted) {
        return new Receipt(at, "c", List.of(new ItemRuling(1, accepted, accepted ? "" : "缺页")), "ef".repeat(32), "{}");
    }
}
