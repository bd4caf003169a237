package cn.qifeng.kit.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;

/** Fonts of official documents for files other than PDF (嵌入字体子集). */
public final class EmbeddedFonts {

    /** What a reader needs to draw single characters; the rest joins and moves them, which the pages have done. */
    private static final List<String> TABLES = List.of(
            "head", "hhea", "hmtx", "maxp", "cmap", "name", "OS/2", "post", "loca", "glyf", "cvt ", "fpgm", "prep");

    private EmbeddedFonts() {}

    /**
     * A TrueType font with the glyphs of these characters alone.
     *
     * @param name PostScript name of one of the fonts of {@link OfficialPdf}
     * @throws IllegalArgumentException when it is none of them
     */
    public static byte[] subset(String name, Set<Integer> codePoints) {
        var fonts = DocumentFonts.shared();
        synchronized (fonts) {
            try {
                var subsetter = new TTFSubsetter(named(fonts, name), TABLES);
                codePoints.forEach(subsetter::add);
                var out = new ByteArrayOutputStream();
                subsetter.writeToStream(out);
                return out.toByteArray();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static TrueTypeFont named(DocumentFonts fonts, String name) throws IOException {
        for (var font :
                Stream.of(fonts.serif(), fonts.serifBold(), fonts.sans()).toList()) {
            if (font.getName().equals(name)) {
                return font;
            }
        }
        throw new IllegalArgumentException("no font of official documents: " + name);
    }
}
