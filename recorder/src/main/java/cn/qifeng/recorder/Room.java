package cn.qifeng.recorder;

import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;

/** One hall under record (录制中的评标会): who is there, their tracks, and the one chain. Lives on one thread. */
final class Room {

    private static final String NAME = "[A-Za-z0-9-]{1,40}";

    private final ChainFile chain;
    private final Tracks tracks;
    private final Set<String> present = new TreeSet<>();
    private final Set<String> watching = new TreeSet<>();
    private boolean closed;

    /** {@code tracks} gets the place where items of the chain go to. */
    Room(ChainFile chain, Function<Consumer<ObjectNode>, Tracks> tracks) {
        this.chain = chain;
        this.tracks = tracks.apply(this::append);
        this.closed = chain.closed();
    }

    /**
     * Goes on where the chain ends; tells the items behind {@code known}, and what the former recorder left.
     *
     * @param reopens whether it goes on behind its end, too
     */
    void resume(String session, long known, boolean reopens) throws IOException, InterruptedException {
        for (ObjectNode item : chain.found()) {
            remember(item);
            if (item.path("seq").asLong() > known) {
                tell(item);
            }
        }
        if (closed && reopens) {
            closed = false;
            append(Items.reopened());
        }
        if (closed) {
            Line.send(Line.say("closed"));
            return;
        }
        if (chain.found().isEmpty()) {
            append(Items.opened(session));
        } else if (!chain.closed()) {
            tracks.leftBehind(chain.found()).forEach(this::append);
        }
    }

    private void remember(ObjectNode item) {
        var participant = item.path("participant").asText();
        switch (item.path("kind").asText()) {
            case "JOIN" -> present.add(participant);
            case "LEAVE" -> present.remove(participant);
            default -> {
                // tells nothing of who is there
            }
        }
    }

    /** Does what the service asks. */
    void take(JsonNode line) throws IOException {
        var participant = line.path("participant").asText();
        var asked = line.path("do").asText();
        if (!participant.isEmpty() && !participant.matches(NAME)) {
            Log.say("a participant without a name: " + asked);
        } else if (closed) {
            Log.say("the chain is closed: " + asked);
        } else {
            obey(asked, participant, line);
        }
    }

    private void obey(String asked, String participant, JsonNode line) throws IOException {
        switch (asked) {
            case "present" -> {
                here(line.path("participants"));
                line.path("watchers").forEach(it -> watching(it.asText()));
            }
            case "watching" -> watching(participant);
            case "unwatching" -> unwatching(participant);
            case "joined" -> joined(participant);
            case "left" -> left(participant);
            case "signal" -> signal(participant, line.path("signal"));
            case "event" -> event(participant, line.path("event").asText());
            case "close" -> close();
            default -> Log.say("an unknown order: " + asked);
        }
    }

    /** Who is there when a recorder goes on. */
    private void here(JsonNode names) throws IOException {
        var now = new TreeSet<String>();
        names.forEach(it -> now.add(it.asText()));
        for (String gone : Set.copyOf(present)) {
            if (!now.contains(gone)) {
                left(gone);
            }
        }
        now.stream().filter(it -> it.matches(NAME)).forEach(this::joined);
    }

    private void joined(String participant) {
        if (present.add(participant)) {
            append(Items.event("JOIN", participant));
        }
    }

    private void left(String participant) throws IOException {
        if (!present.remove(participant)) {
            return;
        }
        tracks.left(participant);
        append(Items.event("LEAVE", participant));
    }

    private void watching(String watcher) {
        if (watcher.matches(NAME) && watching.add(watcher)) {
            tracks.watching(watcher);
        }
    }

    private void unwatching(String watcher) throws IOException {
        if (watching.remove(watcher)) {
            tracks.left(watcher);
        }
    }

    private void signal(String participant, JsonNode signal) throws IOException {
        if (present.contains(participant) || watching.contains(participant)) {
            tracks.signal(participant, signal);
        }
    }

    private void event(String participant, String event) throws IOException {
        switch (event) {
            case "JOIN" -> joined(participant);
            case "LEAVE" -> left(participant);
            case "MUTE", "UNMUTE", "CAMERA_OFF", "CAMERA_ON", "SCREEN_ON", "SCREEN_OFF", "RECONNECT" -> {
                append(Items.event(event, participant));
                tracks.changed(participant, event);
            }
            default -> Log.say("an unknown event: " + event);
        }
    }

    private void close() throws IOException {
        for (String participant : Set.copyOf(present)) {
            left(participant);
        }
        append(Items.closed());
        closed = true;
        Line.send(Line.say("closed"));
    }

    /** Looks at every track, and tells how they stand. */
    void tick() throws IOException {
        var line = Line.say("status");
        tracks.tick(line.putArray("tracks"));
        if (!closed) {
            Line.send(line);
        }
    }

    /** The service is gone: what was recorded is closed, the chain is not. */
    void abandon() throws IOException {
        tracks.abandon();
        chain.close();
    }

    private void append(ObjectNode item) {
        try {
            tell(chain.append(item));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void tell(ObjectNode item) {
        var line = CanonicalJson.object().put("say", "item");
        line.set("item", item);
        Line.send(line);
    }
}
