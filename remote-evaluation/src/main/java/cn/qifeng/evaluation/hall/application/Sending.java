package cn.qifeng.evaluation.hall.application;

import cn.qifeng.evaluation.hall.domain.HallEvent;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What a participant sends at the moment (发送状态).
 *
 * @param lowered whether the line is too bad for its picture (弱网降级)
 */
public record Sending(boolean microphone, boolean camera, boolean screen, boolean lowered) {

    /** Nothing yet. */
    public static final Sending NOTHING = new Sending(false, false, false, false);

    Sending withoutScreen() {
        return new Sending(microphone, camera, false, lowered);
    }

    /** Events that lead to the other. */
    List<HallEvent.Kind> changesTo(Sending next) {
        var changes = new ArrayList<HallEvent.Kind>();
        if (microphone != next.microphone) {
            changes.add(next.microphone ? HallEvent.Kind.UNMUTE : HallEvent.Kind.MUTE);
        }
        if (camera != next.camera) {
            changes.add(next.camera ? HallEvent.Kind.CAMERA_ON : HallEvent.Kind.CAMERA_OFF);
        }
        if (screen != next.screen) {
            changes.add(next.screen ? HallEvent.Kind.SCREEN_ON : HallEvent.Kind.SCREEN_OFF);
        }
        return changes;
    }

    ObjectNode toJson() {
        return CanonicalJson.object()
                .put("microphone", microphone)
                .put("camera", camera)
                .put("screen", screen)
                .put("lowered", lowered);
    }
}
