package cn.qifeng.launcher.measure;

import cn.qifeng.launcher.up.Folders;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a class of remote-evaluation printed that ran in a process of its own, as lines {@code NAME VALUE}. */
public record EvaluationProcess(List<String> lines) {

    public EvaluationProcess {
        lines = List.copyOf(lines);
    }

    /**
     * Runs the class with so much heap; throws with what it printed when it ended otherwise than well.
     *
     * @param main full name of the class
     */
    public static EvaluationProcess run(String main, int heapMib, List<String> arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMib + "m",
                "-XX:+UseSerialGC",
                "-cp",
                classPath(),
                main));
        command.addAll(arguments);
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes());
        int exit = process.waitFor();
        if (exit != 0) {
            throw new IOException(main + " ended with " + exit + ":\n" + said);
        }
        return new EvaluationProcess(said.lines().toList());
    }

    private static String classPath() throws IOException {
        var built = Folders.home().resolve("remote-evaluation/target/quarkus-app");
        try (var app = Files.list(built.resolve("app"));
                var libraries = Files.list(built.resolve("lib/main"))) {
            return Stream.concat(app, libraries).map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        }
    }

    /** The values of this name in the order in which they were printed. */
    public List<Double> values(String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name + " "))
                .map(line -> Double.valueOf(line.substring(name.length() + 1)))
                .toList();
    }

    /** The last value of this name. */
    public double last(String name) {
        var all = values(name);
        return all.get(all.size() - 1);
    }

    /** Median of the values of this name behind the first {@code cold} ones. */
    public double median(String name, int cold) {
        return Figures.median(values(name).stream().skip(cold).toList());
    }
}
