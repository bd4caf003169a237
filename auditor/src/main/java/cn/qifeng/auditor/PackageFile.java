package cn.qifeng.auditor;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A package as a ZIP file: only known names, bounded sizes, no name twice. */
public final class PackageFile implements AutoCloseable {

    private static final int SMALL_MAX = 64 << 20;
    private static final int ENTRIES_MAX = 200_000;
    private static final Pattern NAMES = Pattern.compile("package\\.json|heads\\.json|consistency\\.json"
            + "|chain/\\d{6}\\.json"
            + "|bids/[0-9a-f]{32}-\\d{1,4}/(receipt\\.json|withdrawal\\.json|withdrawal-receipt\\.json"
            + "|header\\.der|header\\.p7s|\\d{1,2}\\.enc)"
            + "|documents/[0-9a-f]{64}\\.[a-z0-9]{1,5}|certificates/\\d{1,4}\\.der");

    private final ZipFile zip;
    private final SortedSet<String> names;

    private PackageFile(ZipFile zip, SortedSet<String> names) {
        this.zip = zip;
        this.names = names;
    }

    /** Opens the file; {@link Broken} when it is not such a ZIP. */
    public static PackageFile open(Path path) {
        try {
            var zip = new ZipFile(path.toFile());
            var names = new TreeSet<String>();
            for (ZipEntry entry : Collections.list(zip.entries())) {
                Broken.unless(NAMES.matcher(entry.getName()).matches(), entry.getName(), "a name no package has");
                Broken.unless(names.add(entry.getName()), entry.getName(), "stands twice");
                Broken.unless(names.size() <= ENTRIES_MAX, entry.getName(), "too many objects");
            }
            return new PackageFile(zip, names);
        } catch (ZipException e) {
            throw new Broken(String.valueOf(path.getFileName()), "not a ZIP file: " + e.getMessage());
        } catch (IOException e) {
            throw new Broken(String.valueOf(path.getFileName()), "unreadable: " + e.getMessage());
        }
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
            throw new Broken(name, "unreadable: " + e.getMessage());
        }
    }

    /** The bytes of any object, from its beginning. */
    public InputStream stream(String name) throws IOException {
        Broken.unless(has(name), name, "missing");
        return zip.getInputStream(zip.getEntry(name));
    }

    /** A JSON object in canonical form. */
    public JsonNode json(String name) {
        return Canon.parse(bytes(name), name);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
