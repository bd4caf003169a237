package cn.qifeng.launcher.up;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Class archives (JEP 350) of the platform's processes: classes as the JVM laid them out at a former start. Without
 * them, reading and checking classes is half of what a start costs. They are recorded once after each build; an archive
 * that does not fit the jars is ignored by the JVM.
 */
public final class ClassArchives {

    private static final String QUIET = "-Xlog:cds=off,cds+dynamic=off,class+path=off";

    /** At a start, the last compiler costs more than it saves; it comes to the same code, five times later. */
    private static final List<String> LATE_COMPILER = List.of(
            "-XX:Tier4InvocationThreshold=25000",
            "-XX:Tier4MinInvocationThreshold=3000",
            "-XX:Tier4CompileThreshold=75000",
            "-XX:Tier4BackEdgeThreshold=200000");

    private final Path folder;
    private final boolean recording;

    private ClassArchives(Path home, boolean recording) {
        this.folder = home.resolve("launcher/target/classes-archives");
        this.recording = recording;
    }

    /** Uses what was recorded, where it was. */
    public static ClassArchives use(Path home) {
        return new ClassArchives(home, false);
    }

    /** Records what a start loads, when its processes end. */
    static ClassArchives record(Path home) {
        return new ClassArchives(home, true);
    }

    /** Options of the JVM for a process, which the launcher knows by the name {@code process}. */
    public List<String> options(String process) {
        var options = new ArrayList<>(LATE_COMPILER);
        var file = folder.resolve(process + ".jsa");
        if (recording) {
            options.addAll(List.of("-XX:ArchiveClassesAtExit=" + file, QUIET));
        } else if (Files.exists(file)) {
            options.addAll(List.of("-XX:SharedArchiveFile=" + file, QUIET));
        }
        return options;
    }

    /** How long a process may take to end: writing an archive takes its time. */
    long stopSecondsMax() {
        return recording ? 180 : 20;
    }
}
