package cn.qifeng.auditor;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A package, usually a ZIP file: only known names, bounded sizes, no name twice. */
public final class PackageFile implements AutoCloseable {

    private static final int SMALL_MAX = 64 << 20;
    private static final int ENTRIES_MAX = 200_000;
    private static final Pattern NAMES = Pattern.compile("package\\.json|heads\\.json|consistency\\.json"
            + "|chain/\\d{6}\\.json"
            + "|bids/[0-9a-f]{32}-\\d{1,4}/(receipt\\.json|withdrawal\\.json|withdrawal-receipt\\.json"
            + "|scores\\.json|header\\.der|header\\.p7s|\\d{1,2}\\.enc)"
            + "|documents/[0-9a-f]{64}\\.[a-z0-9]{1,5}|certificates/\\d{1,4}\\.der");

    private final Source source;
    private final SortedSet<String> names;

    /** Where the bytes of a known name come from. */
    private interface Source extends AutoCloseable {

        InputStream open(String name) throws IOException;

        @Override
        void close() throws IOException;
    }

    private PackageFile(Source source, SortedSet<String> names) {
        this.source = source;
        this.names = names;
    }

    /** Opens the file; {@link Broken} when it is not such a ZIP. */
    public static PackageFile open(Path path) {
        var file = String.valueOf(path.getFileName());
        try {
            var zip = new ZipFile(path.toFile());
            var names = new TreeSet<String>();
            for (ZipEntry entry : Collections.list(zip.entries())) {
                take(names, entry.getName());
            }
            return new PackageFile(zipped(zip), names);
        } catch (ZipException e) {
            throw new Broken(file, "not a ZIP file", String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new Broken(file, "unreadable", String.valueOf(e.getMessage()));
        }
    }

    /** A package whose objects are in memory. */
    public static PackageFile of(Map<String, byte[]> objects) {
        var names = new TreeSet<String>();
        objects.keySet().forEach(name -> take(names, name));
        return new PackageFile(
                new Source() {
                    @Override
                    public InputStream open(String name) {
                        return new ByteArrayInputStream(objects.get(name));
                    }

                    @Override
                    public void close() {
                        // nothing is open
                    }
                },
                names);
    }

    private static void take(SortedSet<String> names, String name) {
        Broken.unless(NAMES.matcher(name).matches(), name, "a name no package has");
        Broken.unless(names.add(name), name, "stands twice");
        Broken.unless(names.size() <= ENTRIES_MAX, name, "too many objects");
    }

    private static Source zipped(ZipFile zip) {
        return new Source() {
            @Override
            public InputStream open(String name) throws IOException {
                return zip.getInputStream(zip.getEntry(name));
            }

            @Override
            public void close() throws IOException {
                zip.close();
            }
        };
    }

    /** All names, sorted. */
    public SortedSet<String> names() {
        return names;
    }

    /** Names that begin with {@code prefix}, sorted. */
    public List<String> under(String prefix) {
        return names.tailSet(prefix).stream()
                .takeWhile(name -> name.startsWith(prefix))
                .toList();
    }

    /** Whether an object is there. */
    public boolean has(String name) {
        return names.contains(name);
    }

    /** The bytes of a small object (at most 64 MiB); {@link Broken} when it is missing. */
    public byte[] bytes(String name) {
        try (var in = stream(name)) {
            var bytes = in.readNBytes(SMALL_MAX + 1);
            Broken.unless(bytes.length <= SMALL_MAX, name, "larger than 64 MiB");
            return bytes;
        } catch (IOException e) {
            throw new Broken(name, "unreadable", String.valueOf(e.getMessage()));
        }
    }

    /** The bytes of any object, from its beginning. */
    public InputStream stream(String name) throws IOException {
        Broken.unless(has(name), name, "missing");
        return source.open(name);
    }

    /** A JSON object in canonical form. */
    public JsonNode json(String name) {
        return Canon.parse(bytes(name), name);
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
