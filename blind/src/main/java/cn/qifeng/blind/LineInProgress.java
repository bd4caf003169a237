package cn.qifeng.blind;

/** Gathers letters that follow each other on one line and look alike. */
final class LineInProgress {

    private static final double SAME_LINE = 0.5;
    private static final double GAP_MAX = 1.5;
    private static final double SPACE = 0.3;

    private final TextRun first;
    private final StringBuilder text;
    private double end;

    LineInProgress(TextRun glyph) {
        this.first = glyph;
        this.text = new StringBuilder(glyph.text());
        this.end = along(glyph) + glyph.width();
    }

    boolean takes(TextRun glyph) {
        double gap = along(glyph) - end;
        return glyph.font().equals(first.font())
                && glyph.sizeTenths() == first.sizeTenths()
                && glyph.rgb() == first.rgb()
                && glyph.unpainted() == first.unpainted()
                && glyph.slanted() == first.slanted()
                && Math.abs(across(glyph) - across(first)) <= SAME_LINE
                && gap <= GAP_MAX * first.size()
                && gap >= -first.size();
    }

    void add(TextRun glyph) {
        if (along(glyph) - end > SPACE * first.size()) {
            text.append(' ');
        }
        text.append(glyph.text());
        end = along(glyph) + glyph.width();
    }

    TextRun run() {
        return new TextRun(
                text.toString(),
                first.x(),
                first.y(),
                end - along(first),
                first.sizeTenths(),
                first.font(),
                first.rgb(),
                first.unpainted(),
                first.slanted());
    }

    private double along(TextRun glyph) {
        double turn = Math.toRadians(first.slanted());
        return glyph.x() * Math.cos(turn) - glyph.y() * Math.sin(turn);
    }

    private double across(TextRun glyph) {
        double turn = Math.toRadians(first.slanted());
        return glyph.x() * Math.sin(turn) + glyph.y() * Math.cos(turn);
    }
}
