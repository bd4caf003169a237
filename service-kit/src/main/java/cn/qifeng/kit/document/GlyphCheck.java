package cn.qifeng.kit.document;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Refused;
import java.util.HashSet;
import java.util.Set;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** Looks for characters that would be printed as boxes, before anything is rendered. */
final class GlyphCheck {

    private static final int CONTEXT = 8;

    private final DocumentFonts fonts;
    private final Set<Integer> known = new HashSet<>();

    GlyphCheck(DocumentFonts fonts) {
        this.fonts = fonts;
    }

    /** Refuses with {@link DocumentRefusal#GLYPH_MISSING} the first character below {@code node} that has no glyph. */
    void check(Node node) {
        if (node instanceof Text text && !isStyle(node.getParentNode())) {
            check(text.getData());
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            check(child);
        }
    }

    /** Refuses the first character of {@code text} that has no glyph. */
    void check(String text) {
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            if (!Character.isWhitespace(codePoint) && !known.contains(codePoint)) {
                if (!fonts.has(codePoint)) {
                    throw missing(text, i, codePoint);
                }
                known.add(codePoint);
            }
            i += Character.charCount(codePoint);
        }
    }

    private static Refused missing(String text, int at, int codePoint) {
        String around = text.substring(Math.max(0, at - CONTEXT), Math.min(text.length(), at + CONTEXT));
        return new Refused(
                DocumentRefusal.GLYPH_MISSING,
                Facts.field("text", around.strip(), "characters of the embedded fonts")
                        .and("character", Character.toString(codePoint))
                        .and("codePoint", String.format("U+%04X", codePoint)));
    }

    private static boolean isStyle(Node parent) {
        return parent != null && "style".equals(parent.getNodeName());
    }
}
