package cn.qifeng.auditor.mutation;

import cn.qifeng.auditor.PackageFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packages in memory. */
public final class Packages {

    private Packages() {}

    /** All objects of a package, by name. */
    public static Map<String, byte[]> read(Path path) {
        var objects = new TreeMap<String, byte[]>();
        try (var file = PackageFile.open(path)) {
            for (String name : file.names()) {
                try (var in = file.stream(name)) {
                    objects.put(name, in.readAllBytes());
                }
            }
            return objects;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes objects as a package. */
    public static void write(Map<String, byte[]> objects, Path path) {
        try (var zip = new ZipOutputStream(Files.newOutputStream(path))) {
            zip.setLevel(1);
            for (var object : objects.entrySet()) {
                zip.putNextEntry(new ZipEntry(object.getKey()));
                zip.write(object.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
