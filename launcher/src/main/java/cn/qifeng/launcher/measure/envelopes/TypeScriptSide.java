package cn.qifeng.launcher.measure.envelopes;

import java.io.IOException;
import java.nio.file.Path;

/** Runs the browsers' trust library over a file of cases: {@code npm run cross} in the folder of the pages. */
final class TypeScriptSide {

    private final Path frontend;

    TypeScriptSide(Path frontend) {
        this.frontend = frontend;
    }

    /** Opens the cases of {@code given}, and writes a verdict and as many cases of its own to {@code answer}. */
    void run(Path given, Path answer) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("npm", "run", "--silent", "cross")
                .directory(frontend.toFile())
                .redirectErrorStream(true);
        builder.environment().put("QIFENG_CASES", given.toString());
        builder.environment().put("QIFENG_ANSWER", answer.toString());
        var process = builder.start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes());
        int exit = process.waitFor();
        if (exit != 0) {
            throw new IOException("npm run cross ended with " + exit + ":\n" + said);
        }
    }
}
