package cn.qifeng.evaluation.hall.web;

import cn.qifeng.evaluation.hall.application.ReadHall.Hall;
import cn.qifeng.evaluation.hall.application.ReadHall.MemberHere;
import cn.qifeng.evaluation.hall.domain.Freeze;
import cn.qifeng.evaluation.hall.domain.HallEvent;
import cn.qifeng.evaluation.hall.domain.SpokenText;
import cn.qifeng.evaluation.hall.domain.Warning;
import java.time.Instant;
import java.util.List;

/** A hall as a participant sees it: session codes, and nobody's number or name. */
record HallBody(
        String label,
        boolean watches,
        String hall,
        boolean open,
        boolean records,
        FreezeBody frozen,
        List<WarningBody> warnings,
        List<MemberBody> members,
        List<String> watching,
        int texts,
        List<EventBody> events) {

    static HallBody of(Hall hall) {
        return new HallBody(
                hall.me().label(),
                hall.me().watches(),
                hall.kind().name(),
                hall.open(),
                hall.records(),
                hall.frozen().map(FreezeBody::of).orElse(null),
                hall.warnings().stream().map(it -> WarningBody.of(it, hall)).toList(),
                hall.members().stream().map(MemberBody::of).toList(),
                hall.watching(),
                hall.texts(),
                hall.events().stream().map(EventBody::of).toList());
    }

    /** A freeze that lasts. */
    record FreezeBody(int number, Instant at, String role, String reason) {

        static FreezeBody of(Freeze freeze) {
            var begun = freeze.begun();
            return new FreezeBody(freeze.number(), begun.at(), begun.role(), begun.reason());
        }
    }

    /** A warning; {@code awaits} whether the caller has to acknowledge it, {@code waiting} who else has not. */
    record WarningBody(
            int number,
            Instant at,
            String role,
            boolean all,
            List<String> to,
            String text,
            boolean awaits,
            List<String> waiting) {

        static WarningBody of(Warning warning, Hall hall) {
            var own = hall.labels().entrySet().stream()
                    .filter(it -> it.getValue().equals(hall.me().label()))
                    .findFirst();
            return new WarningBody(
                    warning.number(),
                    warning.said().at(),
                    warning.said().role(),
                    warning.all(),
                    warning.to().stream().map(hall.labels()::get).toList(),
                    warning.said().reason(),
                    own.filter(it -> warning.awaits(it.getKey())).isPresent(),
                    warning.to().stream()
                            .filter(warning::awaits)
                            .map(hall.labels()::get)
                            .toList());
        }
    }

    /** A member who checked in; {@code recorded} whether its recording is confirmed. */
    record MemberBody(String label, boolean leads, boolean here, boolean recorded) {

        static MemberBody of(MemberHere member) {
            return new MemberBody(member.label(), member.leads(), member.here(), member.recorded());
        }
    }

    /** An event at the door, for watchers. */
    record EventBody(Instant at, String label, String kind, String address) {

        static EventBody of(HallEvent event) {
            return new EventBody(event.at(), event.label(), event.kind().name(), event.address());
        }
    }

    /** A message of the text channel. */
    record TextBody(int number, String label, Instant at, String text) {

        static TextBody of(SpokenText text) {
            return new TextBody(text.number(), text.label(), text.at(), text.text());
        }
    }
}
