package cn.qifeng.auditor;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Dossiers of tests that sign: the auditor itself cannot, and shares nothing with who can. */
public final class TestDossiers {

    private TestDossiers() {}

    /** A dossier without entries and anchors. */
    public static Dossier empty() {
        return new Dossier(PackageFile.of(Map.of("package.json", "{}".getBytes(StandardCharsets.UTF_8))), null);
    }
}
