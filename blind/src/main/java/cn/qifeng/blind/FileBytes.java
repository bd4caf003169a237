package cn.qifeng.blind;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Marks in the bytes around the document: what no reader of PDF shows. */
final class FileBytes {

    private static final String START = "%PDF-";
    private static final byte[] END = "%%EOF".getBytes(StandardCharsets.US_ASCII);
    private static final int HEAD = 1024;
    private static final int TAIL_MAX = 64;

    private FileBytes() {}

    static boolean isPdf(Path file) throws IOException {
        try (var stream = Files.newInputStream(file)) {
            return new String(stream.readNBytes(HEAD), StandardCharsets.ISO_8859_1).contains(START);
        }
    }

    /** Earlier versions, and bytes behind the last end. A file made for the web ends once more near its beginning. */
    static List<Mark> of(Path file) throws IOException {
        long at = 0;
        int matched = 0;
        long last = 0;
        int ends = 0;
        try (var stream = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            for (int b = stream.read(); b >= 0; b = stream.read()) {
                at++;
                matched = b == END[matched] ? matched + 1 : b == END[0] ? 1 : 0;
                if (matched == END.length) {
                    ends++;
                    last = at;
                    matched = 0;
                }
            }
        }
        var marks = new ArrayList<Mark>();
        if (ends > 1) {
            marks.add(new Mark(MarkKind.REVISION, 0, "%%EOF", "" + ends, "1"));
        }
        if (at - last > TAIL_MAX) {
            marks.add(Mark.ofDocument(MarkKind.REVISION, "end of file", at - last + " bytes"));
        }
        return marks;
    }
}
