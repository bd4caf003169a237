package cn.qifeng.launcher.measure;

import cn.qifeng.launcher.up.Folders;
import java.io.IOException;
import java.nio.file.Path;

/** The pages' own library at work outside a browser: one file of {@code frontend/cross}, in a process of its own. */
public final class TypeScriptSide {

    private final String name;

    /** Runs {@code frontend/cross/NAME.cross.ts}. */
    public TypeScriptSide(String name) {
        this.name = name;
    }

    /** Lets it read the lines of {@code given} and write its own to {@code answer}; throws with what it said. */
    public void run(Path given, Path answer) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("npm", "run", "--silent", "cross", "--", name)
                .directory(Folders.home().resolve("frontend").toFile())
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
