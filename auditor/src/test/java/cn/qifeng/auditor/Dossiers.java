package cn.qifeng.auditor;

/** Dossiers for tests of single checks. */
public final class Dossiers {

    private Dossiers() {}

    /** The dossier of a package, without anchors. */
    public static Dossier of(PackageFile file) {
        return new Dossier(file, null);
    }
}
