package cn.qifeng.cli;

import java.nio.file.Path;

/** How the start script was called. */
public final class Invocation {

    private Invocation() {}

    /** A path as the caller wrote it, relative to the folder the caller was in. */
    public static Path path(Path written) {
        return Path.of(System.getProperty("qifeng.cwd", ".")).resolve(written).normalize();
    }
}
