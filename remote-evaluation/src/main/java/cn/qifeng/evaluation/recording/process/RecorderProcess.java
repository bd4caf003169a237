package cn.qifeng.evaluation.recording.process;

import cn.qifeng.evaluation.recording.domain.Recorders.Recorder;
import cn.qifeng.evaluation.recording.domain.Recorders.Says;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jboss.logging.Logger;

/** One recorder beside the service; its words are lines of JSON. */
final class RecorderProcess implements Recorder {

    private static final Logger LOG = Logger.getLogger(RecorderProcess.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final OutputStream orders;

    RecorderProcess(List<String> command, Path log, Says says) throws IOException {
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        orders = process.getOutputStream();
        var reader = new Thread(() -> listen(says), "recorder-" + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    private void listen(Says says) {
        try (var in = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("{")) {
                    says.line(JSON.readTree(line));
                }
            }
        } catch (IOException | RuntimeException broken) {
            LOG.errorf("a recorder is not understood and ended: %s", broken.getMessage());
            process.destroyForcibly();
        }
        says.ended(exit());
    }

    private int exit() {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    @Override
    public synchronized void order(ObjectNode order) {
        try {
            orders.write((order + "\n").getBytes(StandardCharsets.UTF_8));
            orders.flush();
        } catch (IOException gone) {
            LOG.debugf("a recorder is gone: %s", gone.getMessage());
        }
    }

    @Override
    public synchronized void end() {
        try {
            orders.close();
        } catch (IOException gone) {
            LOG.debugf("a recorder is gone: %s", gone.getMessage());
        }
    }
}
