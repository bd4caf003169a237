package cn.qifeng.launcher.measure;

import picocli.CommandLine.Command;

/** How soon a platform is ready on an empty folder and on a used one, and how much memory it holds then. */
@Command(
        name = "start",
        description = "start on an empty and on a used folder: seconds until ready, memory of all processes",
        mixinStandardHelpOptions = true)
final class StartBench extends Measurement {

    /** Seconds that {@code up} may need after the build, on two cores. */
    static final Bar READY_SECONDS = Bar.atMost(30);

    /** MiB that all processes together may hold. */
    static final Bar RESIDENT_MIB = Bar.atMost(2560);

    @Override
    protected void measure(Figures figures) throws Exception {
        try (var platform = OwnPlatform.make()) {
            progress("starting on an empty folder …");
            figures.add("readySeconds", platform.start(), READY_SECONDS);
            figures.add("cpuSeconds", platform.cpuSeconds());
            var memory = Memory.of(platform.processes());
            figures.add("residentMib", memory.residentMib(), RESIDENT_MIB);
            figures.add("proportionalMib", memory.proportionalMib());
            figures.add("processes", platform.processes().size());
            progress("killing it, and starting again on the same folder …");
            platform.kill();
            figures.add("readyAgainSeconds", platform.start(), READY_SECONDS);
        }
    }
}
