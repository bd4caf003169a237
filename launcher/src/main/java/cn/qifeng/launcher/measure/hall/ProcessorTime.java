package cn.qifeng.launcher.measure.hall;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Processor time of a process and everything below it, from Linux's own books.
 *
 * @param ticks hundredths of a second in user and in kernel mode, by process
 */
record ProcessorTime(Map<Long, Long> ticks) {

    private static final double A_SECOND = 100;
    /** Places of the user's and the kernel's time behind the name of the process, which may hold anything. */
    private static final int USER = 11;

    private static final int KERNEL = 12;

    ProcessorTime {
        ticks = Map.copyOf(ticks);
    }

    /** What these took so far; those that ended meanwhile count nothing. */
    static ProcessorTime of(ProcessHandle root) {
        var ticks = new HashMap<Long, Long>();
        Stream.concat(Stream.of(root), root.descendants())
                .map(ProcessHandle::pid)
                .forEach(pid -> {
                    try {
                        var stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
                        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
                        ticks.put(pid, Long.parseLong(fields[USER]) + Long.parseLong(fields[KERNEL]));
                    } catch (IOException ended) {
                        // it takes no time any more
                    }
                });
        return new ProcessorTime(ticks);
    }

    /** Seconds since a former look. */
    double since(ProcessorTime former) {
        return ticks.entrySet().stream()
                        .mapToLong(it -> it.getValue() - former.ticks.getOrDefault(it.getKey(), 0L))
                        .sum()
                / A_SECOND;
    }
}
