package cn.qifeng.launcher.measure.seal;

import java.io.IOException;

/** The speed of one algorithm in {@code openssl speed}, blocks of 1 MiB, by its own CPU time. */
final class OpensslSpeed {

    private static final String BLOCK = "1048576";
    private static final String SECONDS = "2";

    private OpensslSpeed() {}

    /** Bytes per CPU second of {@code -evp algorithm}; throws when openssl is missing or does not know it. */
    static double bytesPerSecond(String algorithm) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        "openssl", "speed", "-seconds", SECONDS, "-bytes", BLOCK, "-evp", algorithm, "-mr")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String told = null;
        for (String line :
                new String(process.getInputStream().readAllBytes()).lines().toList()) {
            // +F:number:algorithm:bytes per second
            if (line.startsWith("+F:")) {
                told = line.substring(line.lastIndexOf(':') + 1);
            }
        }
        if (process.waitFor() != 0 || told == null) {
            throw new IOException(
                    "openssl speed -evp " + algorithm + " gave no figure. Install it: apt-get install openssl");
        }
        return Double.parseDouble(told);
    }
}
