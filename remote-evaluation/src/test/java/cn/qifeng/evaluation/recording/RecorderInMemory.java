package cn.qifeng.evaluation.recording;

import cn.qifeng.evaluation.panel.domain.HallKind;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.recording.domain.Recorders;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Moments;
import cn.qifeng.trust.recording.ChainLink;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.ConfigProvider;

/** Recorders that record made-up bytes and chain them as a real one does. */
@Alternative
@Priority(1)
@ApplicationScoped
public class RecorderInMemory implements Recorders {

    /** By session: the chain that its recorders write one after another, and the one that runs. */
    public static final Map<SessionId, RecorderInMemory.Hall> HALLS = new ConcurrentHashMap<>();

    /** A hall with the chain beside its media. */
    public static final class Hall implements Recorder {

        private final SessionId session;
        private final List<ObjectNode> chain = new ArrayList<>();
        private ChainLink link = ChainLink.START;
        private Says says;

        /** How often a recorder was started. */
        public int starts;

        Hall(SessionId session) {
            this.session = session;
        }

        synchronized void begin(Known known, Says listener) {
            says = listener;
            starts++;
            for (ObjectNode item : chain) {
                if (item.path("seq").asLong() > known.seq()) {
                    tell(item);
                }
            }
            if (chain.isEmpty()) {
                append(item("OPENED").put("session", session.toString()));
            } else if (known.reopens()) {
                append(item("REOPENED"));
            }
            says.line(CanonicalJson.object().put("say", "ready"));
        }

        /** Records a segment of a track, with these bytes. */
        public synchronized void segment(String track, byte[] bytes) {
            var name = track + "/001-%05d.webm".formatted(chain.size());
            var file = folder(session).resolve(name);
            try {
                Files.createDirectories(file.getParent());
                Files.write(file, bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            var now = Instant.now();
            append(item("SEGMENT")
                    .put("track", track)
                    .put("file", name)
                    .put("offset", 0)
                    .put("length", bytes.length)
                    .put("hash", Sm3.hex(bytes))
                    .put("from", Moments.format(now.minusSeconds(6)))
                    .put("to", Moments.format(now)));
        }

        /** Tells that tracks grow. */
        public synchronized void grow(String... tracks) {
            var line = CanonicalJson.object().put("say", "status");
            var list = line.putArray("tracks");
            long now = System.currentTimeMillis();
            for (String track : tracks) {
                list.addObject()
                        .put("track", track)
                        .put("grownAt", now)
                        .put("pictureAt", now)
                        .put("dark", false);
            }
            says.line(line);
        }

        /** The recorder dies. */
        public void die() {
            says.ended(137);
        }

        /** Forgets what it wrote, as an old copy of the folder would. */
        public synchronized void forget() {
            chain.clear();
            link = ChainLink.START;
        }

        private static ObjectNode item(String kind) {
            return CanonicalJson.object().put("kind", kind).put("at", Moments.format(Instant.now()));
        }

        private void append(ObjectNode item) {
            link = link.append(item);
            chain.add(item);
            tell(item);
        }

        private void tell(ObjectNode item) {
            var line = CanonicalJson.object().put("say", "item");
            line.set("item", item.deepCopy());
            says.line(line);
        }

        @Override
        public synchronized void order(ObjectNode order) {
            var participant = order.path("participant").asText();
            switch (order.path("do").asText()) {
                case "joined" -> append(item("JOIN").put("participant", participant));
                case "left" -> append(item("LEAVE").put("participant", participant));
                case "event" -> append(item(order.path("event").asText()).put("participant", participant));
                case "close" -> {
                    append(item("CLOSED"));
                    says.line(CanonicalJson.object().put("say", "closed"));
                }
                default -> {
                    // who is there, and signals, which nobody here needs
                }
            }
        }

        @Override
        public void end() {
            says.ended(0);
        }
    }

    /** Where the media of a session are. */
    public static Path folder(SessionId session) {
        return ConfigProvider.getConfig()
                .getValue("qifeng.data", Path.class)
                .resolve("recordings")
                .resolve(session.toString());
    }

    @Override
    public Optional<String> missing(HallKind kind) {
        return Optional.empty();
    }

    @Override
    public Recorder start(SessionId session, HallKind kind, Known known, Says says) {
        var hall = HALLS.computeIfAbsent(session, Hall::new);
        hall.begin(known, says);
        return hall;
    }
}
