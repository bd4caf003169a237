package cn.qifeng.recorder;

import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** One line of the talk with the service that started this recorder: a JSON object on standard output. */
final class Line {

    private static final PrintStream OUT =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

    private Line() {}

    static ObjectNode of(String name, String value) {
        return CanonicalJson.object().put(name, value);
    }

    static ObjectNode say(String what) {
        return of("say", what);
    }

    /** A signal to a participant's browser. */
    static void signal(String participant, ObjectNode signal) {
        var line = say("signal").put("participant", participant);
        line.set("signal", signal);
        send(line);
    }

    static synchronized void send(ObjectNode line) {
        OUT.println(line);
    }
}
