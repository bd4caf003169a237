package cn.qifeng.launcher.demo;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A valid PDF of one page, made as large as wanted by an attached stream of noise (a stand-in for drawings). */
final class TechnicalPdf {

    private TechnicalPdf() {}

    static void write(Path file, String title, long bytes, long seed) throws IOException {
        try (var out = new Counting(new BufferedOutputStream(Files.newOutputStream(file)))) {
            var offsets = new ArrayList<Long>();
            out.text("%PDF-1.7\n");
            object(out, offsets, "<</Type/Catalog/Pages 2 0 R>>");
            object(out, offsets, "<</Type/Pages/Kids[3 0 R]/Count 1>>");
            object(
                    out,
                    offsets,
                    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
                            + "/Resources<</Font<</F1 5 0 R>>>>>>");
            var page = "BT /F1 20 Tf 72 740 Td (" + title + ") Tj ET";
            object(out, offsets, "<</Length " + page.length() + ">>stream\n" + page + "\nendstream");
            object(out, offsets, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
            noise(out, offsets, Math.max(0, bytes - out.count - 600), seed);
            long start = out.count;
            out.text("xref\n0 " + (offsets.size() + 1) + "\n0000000000 65535 f \n");
            for (long offset : offsets) {
                out.text("%010d 00000 n \n".formatted(offset));
            }
            out.text("trailer<</Size " + (offsets.size() + 1) + "/Root 1 0 R>>\nstartxref\n" + start + "\n%%EOF\n");
        }
    }

    private static void object(Counting out, List<Long> offsets, String body) throws IOException {
        offsets.add(out.count);
        out.text(offsets.size() + " 0 obj" + body + "endobj\n");
    }

    private static void noise(Counting out, List<Long> offsets, long length, long seed) throws IOException {
        offsets.add(out.count);
        out.text(offsets.size() + " 0 obj<</Length " + length + ">>stream\n");
        var random = new Random(seed);
        var block = new byte[1 << 16];
        for (long left = length; left > 0; left -= block.length) {
            random.nextBytes(block);
            out.write(block, 0, (int) Math.min(left, block.length));
        }
        out.text("\nendstream endobj\n");
    }

    private static final class Counting extends OutputStream {

        private final OutputStream out;
        private long count;

        Counting(OutputStream out) {
            this.out = out;
        }

        void text(String text) throws IOException {
            var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
            write(bytes, 0, bytes.length);
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            count++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            count += length;
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
