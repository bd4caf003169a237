package cn.qifeng.launcher.fuzz;

import cn.qifeng.launcher.measure.Bar;
import cn.qifeng.launcher.measure.Drill;
import cn.qifeng.launcher.measure.Figures;
import cn.qifeng.launcher.up.Folders;
import cn.qifeng.launcher.up.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/**
 * Feeds each target with inputs that Jazzer makes from real objects, in a process of its own, for so many seconds. What
 * breaks a property is a finding; its input is kept, and {@code --input} with the same {@code --origin} tries it again.
 */
@Command(
        name = "fuzz",
        description = "Feed parsers and verifiers with made-up inputs: exit 0 when every property held",
        mixinStandardHelpOptions = true)
public final class FuzzCommand extends Drill {

    static final Map<String, Class<?>> TARGETS = targets();
    private static final Pattern RUNS = Pattern.compile("stat::number_of_executed_units: *(\\d+)");
    private static final Pattern DONE = Pattern.compile("(?m)^Done (\\d+) runs in");
    private static final int START_SECONDS = 300;
    private static final int LEAST_RUNS_A_SECOND = 5;
    private static final String INSTRUMENTED = "cn.qifeng.trust.**:cn.qifeng.launcher.fuzz.**:org.bouncycastle.asn1.**:"
            + "org.bouncycastle.cms.**:org.bouncycastle.tsp.**:org.bouncycastle.cert.**";

    @Option(names = "--seconds", description = "for each target (default: ${DEFAULT-VALUE})", defaultValue = "60")
    private int seconds;

    @Option(names = "--target", description = "only this one: bid-header, signature, wrap, time-stamp, frames")
    private String target;

    @Option(names = "--origin", description = "SEED,MILLIS of the real objects, as a former run told it")
    private String origin;

    @Option(names = "--input", description = "try just this file, with --target and --origin")
    private Path input;

    private static Map<String, Class<?>> targets() {
        var targets = new LinkedHashMap<String, Class<?>>();
        targets.put("bid-header", BidHeaderTarget.class);
        targets.put("signature", SignatureTarget.class);
        targets.put("wrap", WrapTarget.class);
        targets.put("time-stamp", TimeStampTarget.class);
        targets.put("frames", FramesTarget.class);
        return targets;
    }

    @Override
    protected Map<String, String> sabotages() {
        return Map.of(BidHeaderTarget.LOOSE, "the header's reader forgives bytes behind the header");
    }

    @Override
    protected void measure(Figures figures) throws IOException, InterruptedException {
        if (target != null && !TARGETS.containsKey(target)) {
            throw new ParameterException(
                    spec().commandLine(), "No such target: " + target + "; there are " + TARGETS.keySet());
        }
        var made = origin == null
                ? new SecureRandom().nextInt(Integer.MAX_VALUE) + "," + System.currentTimeMillis()
                : origin;
        progress("origin %s", made);
        int findings = 0;
        for (var name : target == null ? TARGETS.keySet() : List.of(target)) {
            long runs = run(name, made);
            progress("%s: %s", name, runs < 0 ? "FOUND something" : runs + " inputs");
            history().note("target", "name", name, "runs", runs, "origin", made);
            findings += runs < 0 ? 1 : 0;
            if (input == null) {
                figures.add(
                        name + "Runs",
                        Math.max(0, runs),
                        runs < 0 ? Bar.atLeast(0) : Bar.atLeast(seconds * LEAST_RUNS_A_SECOND));
            }
        }
        figures.add("findings", findings, Bar.exactly(0));
    }

    /** How many inputs it took, or −1 when one broke a property. */
    private long run(String name, String made) throws IOException, InterruptedException {
        try (var folder = TemporaryFolder.make("qifeng-fuzz")) {
            var corpus = Files.createDirectories(folder.path().resolve("corpus"));
            var log = folder.path().resolve("said.log");
            var process = new ProcessBuilder(command(name, made, corpus, folder.path()))
                    .directory(folder.path().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            try {
                if (!process.waitFor(seconds + START_SECONDS, TimeUnit.SECONDS)) {
                    throw new IOException(name + " did not end:\n" + tail(log));
                }
            } finally {
                process.destroyForcibly();
            }
            return judge(name, process.exitValue(), log, folder);
        }
    }

    private long judge(String name, int exit, Path log, TemporaryFolder folder) throws IOException {
        var said = Files.readString(log);
        if (exit != 0) {
            if (!said.contains("== Java Exception") && !said.contains("ERROR: libFuzzer")) {
                throw new IOException(name + " could not be run, exit " + exit + ":\n" + tail(log));
            }
            folder.keep();
            System.out.println(tail(log));
            progress("inputs that broke a property: %s", folder.path());
            return -1;
        }
        var runs = RUNS.matcher(said);
        var done = DONE.matcher(said);
        if (runs.find()) {
            return Long.parseLong(runs.group(1));
        }
        if (done.find()) {
            return Long.parseLong(done.group(1));
        }
        if (input != null) {
            return 1;
        }
        throw new IOException(name + " did not tell how many inputs it took:\n" + tail(log));
    }

    private List<String> command(String name, String made, Path corpus, Path folder) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-XX:+UseSerialGC",
                "-D" + World.ORIGIN + "=" + made,
                "-D" + World.CORPUS + "=" + corpus));
        if (sabotaged(BidHeaderTarget.LOOSE)) {
            command.add("-Dqifeng.fuzz.sabotage=" + BidHeaderTarget.LOOSE);
        }
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + TARGETS.get(name).getName(),
                "--instrumentation_includes=" + INSTRUMENTED,
                "--reproducer_path=" + folder,
                "-artifact_prefix=" + folder + "/",
                "-print_final_stats=1",
                "-timeout=20",
                "-rss_limit_mb=2048"));
        if (input == null) {
            command.add("-max_total_time=" + seconds);
            command.add("-max_len=" + 8192);
            command.add(corpus.toString());
        } else {
            command.add(Folders.fromCaller(input).toString());
        }
        return command;
    }

    private static String tail(Path log) throws IOException {
        var lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
    }
}
