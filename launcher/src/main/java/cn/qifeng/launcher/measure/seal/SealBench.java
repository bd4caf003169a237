package cn.qifeng.launcher.measure.seal;

import cn.qifeng.launcher.measure.Bar;
import cn.qifeng.launcher.measure.Figures;
import cn.qifeng.launcher.measure.Measurement;
import cn.qifeng.trust.cipher.Sm4Gcm;
import cn.qifeng.trust.cipher.Sm4Provider;
import cn.qifeng.trust.gcrypt.Gcrypt;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/**
 * Sealing and opening beside openssl, by CPU time of one thread, in interleaved rounds of one run; each figure is the
 * median of its rounds. A whole job is compared with what openssl would need for SM4-CTR and the same one SM3 pass.
 */
@Command(name = "seal", description = "Seal and open, beside openssl's SM4-CTR and SM3 on this machine")
public final class SealBench extends Measurement {

    private static final int ROUNDS = 5;
    private static final int FRAMES = 48;
    private static final int FRAME = 1 << 20;
    private static final double NANOS = 1e9;

    private final Map<String, List<Double>> rounds = new LinkedHashMap<>();

    @Override
    protected void measure(Figures figures) throws IOException, InterruptedException {
        var bouncy = new Sm4Gcm();
        var library = Gcrypt.library();
        progress("frames by %s", Gcrypt.state());
        var job = new Job();
        warm(job, bouncy, library.orElse(bouncy));
        for (int round = 1; round <= ROUNDS; round++) {
            double ctr = OpensslSpeed.bytesPerSecond("sm4-ctr");
            double sm3 = OpensslSpeed.bytesPerSecond("sm3");
            double reference = 1 / (1 / ctr + 1 / sm3);
            note("sm4RatioBc", frames(bouncy) / ctr);
            note("sealRatioBc", speed(() -> job.seal(bouncy, 1)) / reference);
            if (library.isPresent()) {
                var fast = library.get();
                note("sm4RatioGcrypt", frames(fast) / ctr);
                note("sealRatioGcrypt", speed(() -> job.seal(fast, 1)) / reference);
                job.prepare(fast);
                note("openRatioGcrypt", speed(() -> job.open(fast)) / reference);
            }
            var best = library.orElse(bouncy);
            note("scaling2", wall(() -> job.seal(best, 1)) / wall(() -> job.seal(best, 2)));
            progress("round %d of %d: openssl SM4-CTR %.0f MB/s, SM3 %.0f MB/s", round, ROUNDS, ctr / 1e6, sm3 / 1e6);
        }
        figures.add("sm4RatioBc", median("sm4RatioBc"), Bar.atLeast(0.5))
                .add("sealRatioBc", median("sealRatioBc"), Bar.atLeast(0.5));
        if (library.isPresent()) {
            figures.add("sm4RatioGcrypt", median("sm4RatioGcrypt"), Bar.atLeast(4))
                    .add("sealRatioGcrypt", median("sealRatioGcrypt"), Bar.atLeast(2))
                    .add("openRatioGcrypt", median("openRatioGcrypt"), Bar.atLeast(2));
        }
        figures.add("scaling2", median("scaling2"));
    }

    private static void warm(Job job, Sm4Provider bouncy, Sm4Provider fast) throws IOException {
        job.seal(bouncy, 1);
        job.seal(fast, 2);
        job.prepare(fast);
        job.open(fast);
    }

    /** Bytes per CPU second of the SM4-GCM step alone. */
    private static double frames(Sm4Provider sm4) throws IOException {
        var plain = new byte[FRAME];
        var key = new byte[Sm4Gcm.KEY];
        long began = cpu();
        for (int i = 0; i < FRAMES; i++) {
            var nonce = new byte[12];
            nonce[0] = (byte) i;
            sm4.seal(key, nonce, key, plain, FRAME);
        }
        return FRAMES * (double) FRAME * NANOS / (cpu() - began);
    }

    private static double speed(Work work) throws IOException {
        long began = cpu();
        work.run();
        return Job.BYTES * NANOS / (cpu() - began);
    }

    private static double wall(Work work) throws IOException {
        long began = System.nanoTime();
        work.run();
        return System.nanoTime() - began;
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private void note(String name, double value) {
        rounds.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
    }

    private double median(String name) {
        return Figures.median(rounds.get(name));
    }

    /** One thing whose time is taken. */
    @FunctionalInterface
    private interface Work {

        void run() throws IOException;
    }
}
