package cn.qifeng.kit.document.ofd;

import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** What is drawn on a page (图元): millimetres, from the upper left corner, y downwards. */
sealed interface OfdObject {

    /** Rectangle on the page in which it lies. */
    Rectangle2D bounds();

    /**
     * Characters on one baseline (文字对象).
     *
     * @param font PostScript name
     * @param size millimetres of one em
     * @param rgb colour, {@code 0xRRGGBB}
     * @param x of the first character
     * @param baseline y of the baseline
     * @param characters the text, each a code point of the basic plane, or a single one beyond it
     * @param steps distance from each character to the next, one fewer than characters
     * @param width from the first character to the end of the last
     */
    record Text(
            String font,
            double size,
            int rgb,
            double x,
            double baseline,
            String characters,
            List<Double> steps,
            double width)
            implements OfdObject {

        private static final double ASCENT = 0.88;
        private static final double HEIGHT = 1.2;

        public Text {
            steps = List.copyOf(steps);
        }

        @Override
        public Rectangle2D bounds() {
            return new Rectangle2D.Double(x, baseline - size * ASCENT, width, size * HEIGHT);
        }

        /** Distance from the upper edge to the baseline. */
        double ascent() {
            return size * ASCENT;
        }
    }

    /**
     * A filled area or a line (图形对象).
     *
     * @param alpha opacity, 0 to 255
     * @param lineWidth millimetres; 0 fills the area
     */
    record Path(Shape shape, int rgb, int alpha, double lineWidth, boolean evenOdd) implements OfdObject {

        @Override
        public Rectangle2D bounds() {
            var bounds = shape.getBounds2D();
            double more = lineWidth / 2;
            return new Rectangle2D.Double(
                    bounds.getX() - more,
                    bounds.getY() - more,
                    bounds.getWidth() + lineWidth,
                    bounds.getHeight() + lineWidth);
        }
    }
}
