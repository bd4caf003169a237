package cn.qifeng.kit.document.ofd;

import cn.qifeng.kit.document.OfficialSource;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/** XML of pages and their objects (页面描述, GB/T 33190 clauses 7 to 11). */
final class OfdXml {

    static final String NAMESPACE = "xmlns:ofd=\"http://www.ofdspec.org/2016\"";

    private static final int OPAQUE = 255;

    private OfdXml() {}

    /** Text as XML shows it, without characters that XML cannot hold. */
    static String text(String text) {
        return OfficialSource.escape(text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", ""));
    }

    /** Millimetres with at most three decimals. */
    static String mm(double value) {
        var rounded =
                BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    static String box(Rectangle2D box) {
        return mm(box.getX()) + " " + mm(box.getY()) + " " + mm(box.getWidth()) + " " + mm(box.getHeight());
    }

    private static String colour(int rgb) {
        return (rgb >> 16 & 0xff) + " " + (rgb >> 8 & 0xff) + " " + (rgb & 0xff);
    }

    /** An object of a page. */
    static String object(OfdObject object, int id, Map<String, Integer> fonts) {
        return object instanceof OfdObject.Text text
                ? text(text, id, fonts.get(text.font()))
                : path((OfdObject.Path) object, id);
    }

    private static String text(OfdObject.Text text, int id, int font) {
        var steps = new StringBuilder();
        text.steps().forEach(step -> steps.append(steps.isEmpty() ? "" : " ").append(mm(step)));
        return "<ofd:TextObject ID=\"%d\" Boundary=\"%s\" Font=\"%d\" Size=\"%s\"><ofd:FillColor Value=\"%s\"/><ofd:TextCode X=\"0\" Y=\"%s\"%s>%s</ofd:TextCode></ofd:TextObject>"
                .formatted(
                        id,
                        box(text.bounds()),
                        font,
                        mm(text.size()),
                        colour(text.rgb()),
                        mm(text.ascent()),
                        steps.isEmpty() ? "" : " DeltaX=\"" + steps + "\"",
                        text(text.characters()));
    }

    private static String path(OfdObject.Path path, int id) {
        boolean fill = path.lineWidth() == 0;
        var bounds = path.bounds();
        var colour = fill ? "FillColor" : "StrokeColor";
        return "<ofd:PathObject ID=\"%d\" Boundary=\"%s\"%s Fill=\"%s\" Stroke=\"%s\"%s%s><ofd:%s Value=\"%s\"/><ofd:AbbreviatedData>%s</ofd:AbbreviatedData></ofd:PathObject>"
                .formatted(
                        id,
                        box(bounds),
                        fill ? "" : " LineWidth=\"" + mm(path.lineWidth()) + "\"",
                        fill,
                        !fill,
                        path.evenOdd() ? " Rule=\"Even-Odd\"" : "",
                        path.alpha() == OPAQUE ? "" : " Alpha=\"" + path.alpha() + "\"",
                        colour,
                        colour(path.rgb()),
                        outline(path.shape(), bounds));
    }

    private static String outline(Shape shape, Rectangle2D bounds) {
        var text = new StringBuilder();
        var at = new double[6];
        var toObject = AffineTransform.getTranslateInstance(-bounds.getX(), -bounds.getY());
        for (var it = shape.getPathIterator(toObject); !it.isDone(); it.next()) {
            switch (it.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> command(text, 'M', at, 2);
                case PathIterator.SEG_LINETO -> command(text, 'L', at, 2);
                case PathIterator.SEG_QUADTO -> command(text, 'Q', at, 4);
                case PathIterator.SEG_CUBICTO -> command(text, 'B', at, 6);
                default -> command(text, 'C', at, 0);
            }
        }
        return text.toString();
    }

    private static void command(StringBuilder text, char letter, double[] at, int count) {
        text.append(text.isEmpty() ? "" : " ").append(letter);
        for (int i = 0; i < count; i++) {
            text.append(' ').append(mm(at[i]));
        }
    }
}
