package cn.qifeng.kit.document.ofd;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Gathers characters that stand on one baseline in one font, size and colour (合并同行文字). */
final class TextLine {

    /** Less than this is the same place, millimetres. */
    private static final double NEAR = 0.01;

    /** Two characters further apart than this many ems stand apart, such as in two cells of a table. */
    private static final double GAP = 4;

    private final Consumer<OfdObject.Text> done;
    private final List<Glyph> glyphs = new ArrayList<>();

    TextLine(Consumer<OfdObject.Text> done) {
        this.done = done;
    }

    /**
     * One glyph with its character.
     *
     * @param size millimetres of one em
     * @param x where it begins, millimetres
     * @param y of its baseline
     * @param width to where the next begins
     */
    record Glyph(String text, String font, double size, int rgb, double x, double y, double width) {

        private boolean follows(Glyph former) {
            double apart = x - former.x - former.width;
            return font.equals(former.font)
                    && rgb == former.rgb
                    && Math.abs(size - former.size) < NEAR
                    && Math.abs(y - former.y) < NEAR
                    && apart > -size
                    && apart < GAP * size
                    && text.length() == 1
                    && former.text.length() == 1;
        }
    }

    void add(Glyph glyph) {
        if (!glyphs.isEmpty() && !glyph.follows(glyphs.get(glyphs.size() - 1))) {
            end();
        }
        glyphs.add(glyph);
    }

    /** Hands over what was gathered. */
    void end() {
        if (glyphs.isEmpty()) {
            return;
        }
        var first = glyphs.get(0);
        var last = glyphs.get(glyphs.size() - 1);
        var characters = new StringBuilder();
        var steps = new ArrayList<Double>();
        for (int i = 0; i < glyphs.size(); i++) {
            characters.append(glyphs.get(i).text());
            if (i > 0) {
                steps.add(glyphs.get(i).x() - glyphs.get(i - 1).x());
            }
        }
        if (!characters.toString().isBlank()) {
            done.accept(new OfdObject.Text(
                    first.font(),
                    first.size(),
                    first.rgb(),
                    first.x(),
                    first.y(),
                    characters.toString(),
                    steps,
                    last.x() + last.width() - first.x()));
        }
        glyphs.clear();
    }
}
