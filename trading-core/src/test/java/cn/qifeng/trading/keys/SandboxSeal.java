package cn.qifeng.trading.keys;

import cn.qifeng.kit.clock.LegalClock;
import java.nio.file.Path;
import java.util.Optional;

/** The document seal of a sandbox that has just been made. */
public final class SandboxSeal {

    private SandboxSeal() {}

    /** With keys made in {@code folder}. */
    public static DocumentSeal in(Path folder, LegalClock clock) {
        return new DocumentSeal(new PlatformKeys("SANDBOX", folder, Optional.empty()), clock);
    }
}
