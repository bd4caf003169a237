package cn.qifeng.launcher.up;

import java.nio.file.Path;

/** Folders that the start script tells. */
public final class Folders {

    private Folders() {}

    /** The project's folder, with the built modules. */
    public static Path home() {
        return Path.of(System.getProperty("qifeng.home", ".")).toAbsolutePath().normalize();
    }

    /** A path as the caller of the script wrote it, relative to the folder the caller was in. */
    public static Path fromCaller(Path path) {
        return Path.of(System.getProperty("qifeng.cwd", "."))
                .resolve(path)
                .toAbsolutePath()
                .normalize();
    }
}
