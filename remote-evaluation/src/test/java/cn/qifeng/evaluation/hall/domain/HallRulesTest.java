package cn.qifeng.evaluation.hall.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qifeng.evaluation.hall.domain.Participant.Kind;
import cn.qifeng.evaluation.panel.domain.DrawPlan;
import cn.qifeng.evaluation.panel.domain.DrawScope;
import cn.qifeng.evaluation.panel.domain.HallKind;
import cn.qifeng.kernel.Refused;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Rules of a hall 评标厅规则")
class HallRulesTest {

    private static final Instant NOON = Instant.parse("2026-12-02T04:00:00Z");
    private static final Participant MEMBER = new Participant("M01", "p", Kind.MEMBER);
    private static final Participant WATCHER = new Participant("watch-0a1b", "q", Kind.WATCHER);

    @Test
    void aPlanWithoutAHallHasNoneAndADirectOneHasABound() {
        assertThat(plan(null).hall()).isEqualTo(HallKind.NONE);
        assertThatCode(() -> plan(HallKind.NONE).requireRoom(11, 5, 9)).doesNotThrowAnyException();
        assertThatCode(() -> plan(HallKind.MESH).requireRoom(5, 5, 9)).doesNotThrowAnyException();
        assertThatThrownBy(() -> plan(HallKind.MESH).requireRoom(7, 5, 9)).isInstanceOf(Refused.class);
        assertThatCode(() -> plan(HallKind.JANUS).requireRoom(9, 5, 9)).doesNotThrowAnyException();
        assertThatThrownBy(() -> plan(HallKind.JANUS).requireRoom(11, 5, 9)).isInstanceOf(Refused.class);
    }

    @Test
    void offersAndCandidatesOfMembersPass() {
        assertThatCode(() -> HallSignal.check(MEMBER, offer("camera", "microphone"), false))
                .doesNotThrowAnyException();
        var candidate = CanonicalJson.object().put("kind", "candidate").put("candidate", "candidate:1");
        assertThatCode(() -> HallSignal.check(WATCHER, candidate, false)).doesNotThrowAnyException();
    }

    @Test
    void aScreenIsTheLeadersAndTracksHaveKnownNames() {
        assertThatCode(() -> HallSignal.check(MEMBER, offer("screen"), true)).doesNotThrowAnyException();
        refused(MEMBER, offer("screen"));
        refused(MEMBER, offer("keyboard"));
        assertThat(HallSignal.showsScreen(offer("camera", "screen"))).isTrue();
        assertThat(HallSignal.showsScreen(offer("camera"))).isFalse();
    }

    @Test
    void aWatcherNeitherOffersNorAnswersWithSomethingOfItsOwn() {
        refused(WATCHER, offer());
        refused(WATCHER, sdp("answer", "a=sendrecv"));
        refused(WATCHER, sdp("answer", "a=sendonly"));
        assertThatCode(() -> HallSignal.check(WATCHER, sdp("answer", "a=recvonly"), false))
                .doesNotThrowAnyException();
    }

    @Test
    void nothingElseIsASignal() {
        refused(MEMBER, CanonicalJson.object().put("kind", "eval"));
        refused(MEMBER, CanonicalJson.object().put("kind", "offer"));
        refused(MEMBER, sdp("answer", "x".repeat(HallSignal.SDP_MAX + 1)));
        refused(MEMBER, CanonicalJson.object().put("kind", "candidate").put("candidate", "x".repeat(1_001)));
    }

    @Test
    void aPaceAllowsABreathAndThenSoManyASecond() {
        var pace = new Pace(3, 2, NOON);
        assertThat(List.of(pace.allows(NOON), pace.allows(NOON), pace.allows(NOON), pace.allows(NOON)))
                .containsExactly(true, true, true, false);
        assertThat(pace.allows(NOON.plusMillis(400))).isFalse();
        assertThat(pace.allows(NOON.plusMillis(600))).isTrue();
        assertThat(pace.allows(NOON.plusMillis(600))).isFalse();
        assertThat(pace.allows(NOON)).as("a clock that goes back gives nothing").isFalse();
    }

    @Test
    void textIsReadableOrRefused() {
        assertThat(SpokenText.readable("text", " 第一行\n第二行😀 ", 20)).isEqualTo("第一行\n第二行😀");
        for (String text : new String[] {null, " ", "\u0007", "a\ud800b", "123456"}) {
            assertThatThrownBy(() -> SpokenText.readable("text", text, 5)).isInstanceOf(Refused.class);
        }
    }

    private static DrawPlan plan(HallKind hall) {
        return new DrawPlan(new DrawScope(List.of(), List.of()), Optional.empty(), "一号评标室", hall);
    }

    private static ObjectNode sdp(String kind, String text) {
        return CanonicalJson.object().put("kind", kind).put("sdp", text);
    }

    private static ObjectNode offer(String... tracks) {
        var offer = sdp("offer", "v=0");
        var list = offer.putObject("tracks");
        for (int i = 0; i < tracks.length; i++) {
            list.put(String.valueOf(i), tracks[i]);
        }
        return offer;
    }

    private static void refused(Participant from, ObjectNode signal) {
        assertThatThrownBy(() -> HallSignal.check(from, signal, false)).isInstanceOf(Refused.class);
    }
}
