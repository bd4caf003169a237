package cn.qifeng.kit.office;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.RefusalCode;
import cn.qifeng.kernel.Refused;
import java.util.zip.DataFormatException;

/**
 * Gate before any reader of office files in OOXML (文件闸门): unpacks and counts, believing no header, and refuses bombs, macros,
 * links to other files, document types, and cells so far to the right that a reader would fill the memory with blanks.
 */
public final class OfficeGate {

    /** Part that every .xlsx has. */
    public static final String WORKBOOK = "xl/workbook.xml";

    private static final String TEXTS = "xl/sharedStrings.xml";
    private static final int RATIO_MAX = 200;
    private static final int RATIO_FREE = 1 << 20;

    private final RefusalCode unreadable;
    private final RefusalCode tooLarge;
    private final Limits limits;

    /** A gate that refuses with these two codes. */
    public OfficeGate(RefusalCode unreadable, RefusalCode tooLarge, Limits limits) {
        this.unreadable = unreadable;
        this.tooLarge = tooLarge;
        this.limits = limits;
    }

    /**
     * How much a file may be; an unpacked file also not more than 200 times the packed one.
     *
     * @param packed bytes of the file
     * @param parts parts of the package
     * @param texts bytes of the texts of a workbook, which its reader holds in memory
     * @param unpacked bytes of all parts
     */
    public record Limits(long packed, int parts, long texts, long unpacked) {

        /** A workbook that is read in a heap of 256 MB: 16 MiB packed, 16 MiB of texts, 128 MiB unpacked. */
        public static final Limits WORKBOOK = new Limits(16L << 20, 1_000, 16L << 20, 128L << 20);

        /** A file that the platform itself works on: 300 MiB unpacked. */
        public static final Limits LARGE = new Limits(Integer.MAX_VALUE, 2_000, 200L << 20, 300L << 20);
    }

    /** Refuses unless {@code file} is a harmless package that contains {@code part}. */
    public void check(byte[] file, String part) {
        require(file.length, limits.packed(), "bytes");
        try {
            new Counted(file).check(part);
        } catch (DataFormatException | IllegalArgumentException | IndexOutOfBoundsException none) {
            throw unreadable("file", "not a ZIP file", part);
        }
    }

    /** That something of the file cannot be read. */
    public Refused unreadable(String field, Object seen, Object expected) {
        return new Refused(unreadable, Facts.field(field, seen, expected));
    }

    /** That something of the file is more than it may be. */
    public Refused tooLarge(String field, long seen, long max) {
        return new Refused(tooLarge, Facts.field(field, seen, "at most " + max));
    }

    private static boolean isXml(String name) {
        return name.endsWith(".xml") || name.endsWith(".rels");
    }

    private void require(long seen, long max, String field) {
        if (seen > max) {
            throw tooLarge(field, seen, max);
        }
    }

    /** One file while its parts are unpacked. */
    private final class Counted {

        private final ZipEntries zip;
        private final long unpackedMax;
        private long unpacked;

        Counted(byte[] file) {
            zip = new ZipEntries(file);
            unpackedMax = Math.min(limits.unpacked(), (long) RATIO_MAX * file.length + RATIO_FREE);
        }

        void check(String part) throws DataFormatException {
            var entries = zip.list();
            require(entries.size(), limits.parts(), "entries");
            for (var entry : entries) {
                checkName(entry.name());
                count(entry, part.equals(WORKBOOK) || isXml(entry.name()));
            }
            if (entries.stream().noneMatch(entry -> entry.name().equals(part))) {
                throw unreadable("file", "no such part", part);
            }
        }

        private void checkName(String name) {
            if (name.endsWith("vbaProject.bin") || name.contains("externalLinks/") || name.contains("..")) {
                throw unreadable("part", name, "no macros and no links to other files");
            }
        }

        /** Which parts of a workbook are read as sheets its relations say, not their names; so all of them are looked at. */
        private void count(ZipEntries.Entry entry, boolean looked) throws DataFormatException {
            long before = unpacked;
            boolean texts = entry.name().equals(TEXTS);
            var references = new CellReferences();
            zip.unpack(entry, (bytes, length) -> {
                if (looked && !references.areSound(bytes, length)) {
                    throw unreadable("part", entry.name(), "columns A to ZZZ, and no document type");
                }
                unpacked += length;
                require(unpacked, unpackedMax, "unpacked");
                require(texts ? unpacked - before : 0, limits.texts(), "texts");
                return true;
            });
        }
    }
}
