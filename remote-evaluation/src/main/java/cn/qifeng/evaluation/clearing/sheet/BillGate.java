package cn.qifeng.evaluation.clearing.sheet;

import cn.qifeng.evaluation.clearing.domain.ClearingRefusal;
import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Refused;
import java.util.zip.DataFormatException;

/**
 * Gate before the reader (文件闸门): unpacks and counts, and refuses bombs, macros, links to other files and document types.
 * The shared texts of a workbook have a bound of their own, because a reader keeps them all in memory.
 */
final class BillGate {

    private static final String WORKBOOK = "xl/workbook.xml";
    private static final String SHARED = "xl/sharedStrings.xml";
    private static final int FILE_BYTES_MAX = 16 << 20;
    private static final int ENTRIES_MAX = 1_000;
    private static final long SHARED_BYTES_MAX = 16L << 20;
    private static final long TOTAL_BYTES_MAX = 128L << 20;
    private static final int RATIO_MAX = 200;

    private BillGate() {}

    static void check(byte[] xlsx) {
        if (xlsx.length > FILE_BYTES_MAX) {
            throw tooLarge("bytes", xlsx.length, FILE_BYTES_MAX);
        }
        try {
            entries(xlsx);
        } catch (DataFormatException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw unreadable("file", "not a ZIP file", WORKBOOK);
        }
    }

    private static void entries(byte[] xlsx) throws DataFormatException {
        var zip = new ZipEntries(xlsx);
        var entries = zip.list();
        if (entries.size() > ENTRIES_MAX) {
            throw tooLarge("entries", entries.size(), ENTRIES_MAX);
        }
        long[] total = {0};
        long max = Math.min(TOTAL_BYTES_MAX, (long) RATIO_MAX * xlsx.length + (1 << 20));
        for (var entry : entries) {
            checkName(entry.name());
            count(zip, entry, total, max);
        }
        if (entries.stream().noneMatch(it -> it.name().equals(WORKBOOK))) {
            throw unreadable("file", "no such part", WORKBOOK);
        }
    }

    private static void count(ZipEntries zip, ZipEntries.Entry entry, long[] total, long max)
            throws DataFormatException {
        long before = total[0];
        var references = new CellReferences();
        zip.unpack(entry, (bytes, length) -> {
            if (!references.areSound(bytes, length)) {
                throw unreadable("part", entry.name(), "columns A to ZZZ, and no document type");
            }
            total[0] += length;
            if (total[0] > max) {
                throw tooLarge("unpacked", total[0], max);
            }
            if (entry.name().equals(SHARED) && total[0] - before > SHARED_BYTES_MAX) {
                throw tooLarge("texts", total[0] - before, SHARED_BYTES_MAX);
            }
            return true;
        });
    }

    private static void checkName(String name) {
        if (name.endsWith("vbaProject.bin") || name.contains("externalLinks/") || name.contains("..")) {
            throw unreadable("part", name, "no macros and no links to other files");
        }
    }

    static Refused unreadable(String field, Object seen, Object expected) {
        return new Refused(ClearingRefusal.BILL_UNREADABLE, Facts.field(field, seen, expected));
    }

    static Refused tooLarge(String field, long seen, long max) {
        return new Refused(ClearingRefusal.BILL_TOO_LARGE, Facts.field(field, seen, "at most " + max));
    }
}
