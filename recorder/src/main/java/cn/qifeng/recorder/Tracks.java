package cn.qifeng.recorder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;

/**
 * The media of one hall (媒体轨): how tracks come from browsers and into files. All calls come on the room's thread; items
 * of the chain go to whoever made it.
 */
interface Tracks {

    /** What a former recorder left in the folder and did not chain, and a fault for each track that it cut. */
    List<ObjectNode> leftBehind(List<ObjectNode> chain) throws IOException, InterruptedException;

    /** Somebody who only sees and hears came; nothing where watchers are no matter of the recorder. */
    void watching(String watcher);

    /** A signal of a browser: offer, answer, candidate, or the wish for a line. */
    void signal(String participant, JsonNode signal) throws IOException;

    /** Something that somebody did, such as {@code CAMERA_OFF}. */
    void changed(String participant, String event) throws IOException;

    /** Somebody left, a member or a watcher: its tracks end. */
    void left(String participant) throws IOException;

    /** Looks at every track, and tells how each stands. */
    void tick(ArrayNode status) throws IOException;

    /** The service is gone: what was recorded is closed, and counts as cut. */
    void abandon() throws IOException;
}
