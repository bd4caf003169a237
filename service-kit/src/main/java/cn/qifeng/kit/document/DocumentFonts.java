package cn.qifeng.kit.document;

import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The fonts of official documents (公文字体), parsed once for the life of the service: reading one takes longer than
 * laying out a small document. A parsed font is not safe for several threads: whoever uses one holds the lock of {@link #shared}.
 */
final class DocumentFonts {

    /** Song style for text and headings (宋体). */
    static final String SERIF = "Qifeng Serif";
    /** Hei style for small headings and figures (黑体). */
    static final String SANS = "Qifeng Sans";

    private final TrueTypeFont serif;
    private final TrueTypeFont serifBold;
    private final TrueTypeFont sans;

    private DocumentFonts() {
        serif = load("NotoSerifSC-Regular.ttf");
        serifBold = load("NotoSerifSC-Bold.ttf");
        sans = load("NotoSansSC-Regular.ttf");
    }

    /** The fonts, read on first use. */
    static DocumentFonts shared() {
        return Holder.FONTS;
    }

    TrueTypeFont serif() {
        return serif;
    }

    TrueTypeFont serifBold() {
        return serifBold;
    }

    TrueTypeFont sans() {
        return sans;
    }

    /** Whether every font has the character. */
    boolean has(int codePoint) {
        return glyph(serif, codePoint) != 0 && glyph(serifBold, codePoint) != 0 && glyph(sans, codePoint) != 0;
    }

    /** The outline of a character in the bold serif font, in font units with y upwards. */
    GeneralPath outline(int codePoint) {
        try {
            var glyph = serifBold.getGlyph().getGlyph(glyph(serifBold, codePoint));
            return glyph == null ? new GeneralPath() : glyph.getPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Font units of one em. */
    int unitsPerEm() {
        try {
            return serifBold.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int glyph(TrueTypeFont font, int codePoint) {
        try {
            CmapLookup cmap = font.getUnicodeCmapLookup();
            return cmap.getGlyphId(codePoint);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TrueTypeFont load(String name) {
        try (var stream = Objects.requireNonNull(
                DocumentFonts.class.getResourceAsStream("fonts/" + name), () -> "font not packed: " + name)) {
            return new TTFParser().parse(new RandomAccessReadBuffer(stream));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Loaded on first use. */
    private static final class Holder {
        static final DocumentFonts FONTS = new DocumentFonts();
    }
}
