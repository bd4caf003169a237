package cn.qifeng.launcher.measure;

import cn.qifeng.launcher.demo.Demo;
import cn.qifeng.launcher.up.TemporaryFolder;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How long one whole tender takes on a platform of its own, step by step, and the most memory it held meanwhile. */
@Command(
        name = "demo",
        description = "one whole tender: seconds of the whole and of each step, most memory of the platform",
        mixinStandardHelpOptions = true)
final class DemoBench extends Measurement {

    @Option(names = "--bids", description = "how many bids (default: ${DEFAULT-VALUE})", defaultValue = "5")
    private int bids;

    @Option(
            names = "--size-mb",
            description = "of each technical part (default: ${DEFAULT-VALUE})",
            defaultValue = "20")
    private int megabytes;

    @Override
    protected void measure(Figures figures) throws Exception {
        try (var out = TemporaryFolder.make("qifeng-demo");
                var platform = OwnPlatform.make()) {
            long began = System.nanoTime();
            progress("starting a platform …");
            figures.add("readySeconds", platform.start());
            var most = new AtomicReference<>(new Memory(0, 0));
            var sampler = Executors.newSingleThreadScheduledExecutor();
            sampler.scheduleWithFixedDelay(
                    () -> most.accumulateAndGet(Memory.of(platform.processes()), Memory::most), 1, 1, TimeUnit.SECONDS);
            try {
                var demo = new Demo(platform.address(), null, out.path(), bids, megabytes, null);
                var outcome = demo.run(new Demo.Watch() {});
                outcome.steps().forEach((step, seconds) -> figures.add(step + "Seconds", seconds));
                figures.add("seconds", (System.nanoTime() - began) / 1e9, Bar.atMost(180));
                figures.add("platformCpuSeconds", platform.cpuSeconds());
                figures.add("residentMibMax", most.get().residentMib(), StartBench.RESIDENT_MIB);
                figures.add("proportionalMibMax", most.get().proportionalMib());
                figures.add("proved", outcome.proved() ? 1 : 0, Bar.exactly(1));
            } finally {
                sampler.shutdownNow();
            }
        }
    }
}
