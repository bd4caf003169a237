package cn.qifeng.evaluation.hall.application;

import cn.qifeng.evaluation.hall.domain.MediaRoom;
import cn.qifeng.evaluation.panel.domain.HallKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

/** The rooms that this installation has, one for each kind of hall (房间适配). */
@ApplicationScoped
class Rooms {

    private final Instance<MediaRoom> rooms;

    Rooms(@Any Instance<MediaRoom> rooms) {
        this.rooms = rooms;
    }

    /** The room of a kind; throws {@link IllegalStateException} for one that no adapter has. */
    MediaRoom of(HallKind kind) {
        return rooms.stream()
                .filter(it -> it.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no room for " + kind));
    }
}
