package cn.qifeng.blind;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes the canonical form (规范化版本): a new PDF of pictures, with the text that is seen laid over them unseen, so that it
 * can be searched. Nothing stands in it that would differ for another author: no dates, no ids, no names of fonts or
 * programs. One page is in memory at a time.
 */
final class CanonicalPdf implements AutoCloseable {

    private static final int CATALOG = 1;
    private static final int PAGES = 2;
    private static final int FONT = 3;
    private static final int LETTERS = 4;
    private static final int UNICODE = 5;
    private static final int DPI = 150;
    private static final int POINTS = 72;
    private static final int ROW = 256;
    private static final int ROWS_MAX = 100;

    private final OutputStream out;
    private final List<Long> offsets = new ArrayList<>();
    private final List<Integer> pages = new ArrayList<>();
    private long written;

    CanonicalPdf(OutputStream out) throws IOException {
        this.out = out;
        write("%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n".getBytes(StandardCharsets.ISO_8859_1));
        for (int i = 0; i < UNICODE; i++) {
            offsets.add(0L);
        }
        object(CATALOG, "<</Type/Catalog/Pages 2 0 R>>");
        object(
                FONT,
                "<</Type/Font/Subtype/Type0/BaseFont/Text/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 5 0 R>>");
        object(
                LETTERS,
                "<</Type/Font/Subtype/CIDFontType2/BaseFont/Text/DW 1000/CIDToGIDMap/Identity/CIDSystemInfo"
                        + "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor"
                        + "<</Type/FontDescriptor/FontName/Text/Flags 4/FontBBox[0 -200 1000 800]/ItalicAngle 0"
                        + "/Ascent 800/Descent -200/CapHeight 700/StemV 80>>>>");
        stream(UNICODE, "", unicode().getBytes(StandardCharsets.US_ASCII));
    }

    /** One more page, with the text that is seen on it. */
    void add(PagePicture picture, List<TextRun> seen) throws IOException {
        int image = next();
        stream(
                image,
                "/Type/XObject/Subtype/Image/Width " + picture.width() + "/Height " + picture.height()
                        + "/ColorSpace/DeviceGray/BitsPerComponent 4/Filter/RunLengthDecode",
                RunLength.encode(picture.sixteenGreys()));
        int content = next();
        stream(content, "", content(picture, seen).getBytes(StandardCharsets.US_ASCII));
        int page = next();
        object(
                page,
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 " + points(picture.width()) + " " + points(picture.height())
                        + "]/Resources<</XObject<</I " + image + " 0 R>>/Font<</F 3 0 R>>>>/Contents " + content
                        + " 0 R>>");
        pages.add(page);
    }

    private static String content(PagePicture picture, List<TextRun> seen) {
        var text = new StringBuilder(
                "q " + points(picture.width()) + " 0 0 " + points(picture.height()) + " 0 0 cm /I Do Q\nBT 3 Tr\n");
        double factor = picture.scale() * POINTS / DPI;
        double height = picture.height() * (double) POINTS / DPI;
        for (var run : seen) {
            var letters = Shown.clean(run.text()).getBytes(StandardCharsets.UTF_16BE);
            if (letters.length == 0 || run.size() <= 0) {
                continue;
            }
            double size = run.size() * factor;
            double stretch = Math.max(1, Math.min(1000, 100 * run.width() * factor / (size * letters.length / 2)));
            text.append("/F ")
                    .append(number(size))
                    .append(" Tf ")
                    .append(number(stretch))
                    .append(" Tz 1 0 0 1 ");
            text.append(number(run.x() * factor))
                    .append(' ')
                    .append(number(height - run.y() * factor))
                    .append(" Tm <");
            for (byte letter : letters) {
                text.append(String.format("%02X", letter));
            }
            text.append("> Tj\n");
        }
        return text.append("ET\n").toString();
    }

    private static String points(int pixels) {
        return number(pixels * (double) POINTS / DPI);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    /** Every code is its own character. */
    private static String unicode() {
        var map = new StringBuilder("/CIDInit/ProcSet findresource begin 12 dict begin begincmap\n"
                + "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
                + "/CMapName/Text def/CMapType 2 def\n1 begincodespacerange<0000><FFFF>endcodespacerange\n");
        for (int first = 0; first < ROW; first += ROWS_MAX) {
            int rows = Math.min(ROWS_MAX, ROW - first);
            map.append(rows).append(" beginbfrange\n");
            for (int row = first; row < first + rows; row++) {
                map.append(String.format("<%02X00><%02XFF><%02X00>\n", row, row, row));
            }
            map.append("endbfrange\n");
        }
        return map.append("endcmap CMapName currentdict/CMap defineresource pop end end\n")
                .toString();
    }

    private int next() {
        offsets.add(0L);
        return offsets.size();
    }

    private void object(int number, String body) throws IOException {
        offsets.set(number - 1, written);
        write((number + " 0 obj" + body + "endobj\n").getBytes(StandardCharsets.US_ASCII));
    }

    private void stream(int number, String members, byte[] bytes) throws IOException {
        offsets.set(number - 1, written);
        var head = number + " 0 obj<<" + members + "/Length " + bytes.length + ">>stream\n";
        write(head.getBytes(StandardCharsets.US_ASCII));
        write(bytes);
        write("\nendstream endobj\n".getBytes(StandardCharsets.US_ASCII));
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        written += bytes.length;
    }

    @Override
    public void close() throws IOException {
        var kids = new StringBuilder("<</Type/Pages/Count " + pages.size() + "/Kids[");
        pages.forEach(it -> kids.append(it).append(" 0 R "));
        object(PAGES, kids.append("]>>").toString());
        long table = written;
        var xref = new StringBuilder("xref\n0 " + (offsets.size() + 1) + "\n0000000000 65535 f \n");
        offsets.forEach(it -> xref.append(String.format(Locale.ROOT, "%010d 00000 n \n", it)));
        xref.append("trailer<</Size ").append(offsets.size() + 1).append("/Root 1 0 R>>\nstartxref\n");
        xref.append(table).append("\n%%EOF\n");
        write(xref.toString().getBytes(StandardCharsets.US_ASCII));
        out.close();
    }
}
