package cn.qifeng.launcher.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Processor time of a JVM's compilers (即时编译耗时), which a process that runs for long does not need any more. Linux only. */
final class Compilers {

    private static final String NAME = "CompilerThre";
    private static final int TICKS_PER_SECOND = 100;

    /** Places of a thread's user and system time behind its name in brackets (proc(5), {@code stat}). */
    private static final int USER = 11;

    private static final int SYSTEM = 12;

    private Compilers() {}

    /** Seconds so far of the compiler threads that a process has now. */
    static double seconds(long pid) {
        try (Stream<Path> threads = Files.list(Path.of("/proc", String.valueOf(pid), "task"))) {
            return threads.mapToDouble(Compilers::ofThread).sum();
        } catch (IOException noSuchFolder) {
            return 0;
        }
    }

    private static double ofThread(Path thread) {
        try {
            var stat = Files.readString(thread.resolve("stat"));
            int end = stat.lastIndexOf(')');
            if (!stat.substring(0, end).contains(NAME)) {
                return 0;
            }
            var fields = stat.substring(end + 2).split(" ");
            return (Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM])) / (double) TICKS_PER_SECOND;
        } catch (IOException ended) {
            return 0;
        }
    }
}
