package cn.qifeng.blind;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;

/** One font for all that a file does not bring itself: what a machine has installed must not show in a canonical form. */
final class FixedFonts implements FontMapper {

    private TrueTypeFont font;

    private FixedFonts() {}

    /** From now on this is where PDFBox finds fonts in this process. */
    static void install() {
        FontMappers.set(new FixedFonts());
    }

    /** Most files bring their fonts: it is read for those that do not. */
    private synchronized TrueTypeFont font() {
        if (font == null) {
            var stream = Objects.requireNonNull(FixedFonts.class.getResourceAsStream("NotoSansSC-Regular.ttf"));
            try (stream) {
                font = new TTFParser().parse(new RandomAccessReadBuffer(stream));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return font;
    }

    @Override
    public FontMapping<TrueTypeFont> getTrueTypeFont(String baseFont, PDFontDescriptor descriptor) {
        return new FontMapping<>(font(), true);
    }

    @Override
    public FontMapping<FontBoxFont> getFontBoxFont(String baseFont, PDFontDescriptor descriptor) {
        return new FontMapping<>(font(), true);
    }

    @Override
    public CIDFontMapping getCIDFont(String baseFont, PDFontDescriptor descriptor, PDCIDSystemInfo info) {
        return new CIDFontMapping(null, font(), true);
    }
}
