package cn.qifeng.launcher.measure.mutate;

import java.nio.file.Path;

/**
 * A package to change.
 *
 * @param file the package
 * @param trust its trust file
 * @param foreign the package of another tender in the same cut
 * @param elsewhere a package in the same cut that is put in its place when it is of another installation
 */
record Changed(Path file, Path trust, Path foreign, Path elsewhere) {}
