package cn.qifeng.launcher.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Memory of some processes, from Linux's own books.
 *
 * @param residentMib sum of the resident sets; pages that several processes share count once for each
 * @param proportionalMib sum of the proportional sets; shared pages count once altogether
 */
record Memory(double residentMib, double proportionalMib) {

    /** Memory now; processes that ended meanwhile count nothing. */
    static Memory of(List<ProcessHandle> processes) {
        long resident = 0;
        long proportional = 0;
        for (var process : processes) {
            try {
                for (String line : Files.readAllLines(Path.of("/proc", process.pid() + "", "smaps_rollup"))) {
                    resident += kib(line, "Rss:");
                    proportional += kib(line, "Pss:");
                }
            } catch (IOException ended) {
                // it holds no memory any more
            }
        }
        return new Memory(resident / 1024.0, proportional / 1024.0);
    }

    /** The larger of each. */
    Memory most(Memory other) {
        return new Memory(Math.max(residentMib, other.residentMib), Math.max(proportionalMib, other.proportionalMib));
    }

    private static long kib(String line, String name) {
        return line.startsWith(name) ? Long.parseLong(line.replaceAll("\\D", "")) : 0;
    }
}
