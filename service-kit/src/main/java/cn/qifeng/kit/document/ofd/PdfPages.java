package cn.qifeng.kit.document.ofd;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/**
 * Reads what an official PDF draws (读取版面): text with its place, fonts and colours, areas and lines. Official documents
 * have no pictures, no shadings and no clips that cut anything off; a picture is refused, so that nothing gets lost.
 */
final class PdfPages extends PDFGraphicsStreamEngine {

    private static final double MM = 25.4 / 72;

    private final GeneralPath path = new GeneralPath();
    private final List<OfdObject> objects = new ArrayList<>();
    private final TextLine line = new TextLine(objects::add);
    private final AffineTransform toPage;

    private PdfPages(PDPage page) {
        super(page);
        var box = page.getCropBox();
        toPage = new AffineTransform(MM, 0, 0, -MM, -box.getLowerLeftX() * MM, box.getUpperRightY() * MM);
    }

    /** Everything on a page but its annotations. */
    static OfdPage read(PDPage page) throws IOException {
        var pages = new PdfPages(page);
        pages.processPage(page);
        pages.line.end();
        var box = page.getCropBox();
        return new OfdPage(box.getWidth() * MM, box.getHeight() * MM, pages.objects);
    }

    @Override
    protected void showGlyph(Matrix place, PDFont font, int code, Vector displacement) throws IOException {
        var text = font.toUnicode(code);
        if (text == null) {
            throw new IllegalStateException("a glyph of " + font.getName() + " without its character: " + code);
        }
        var at = toPage.transform(new Point2D.Double(place.getTranslateX(), place.getTranslateY()), null);
        line.add(new TextLine.Glyph(
                text,
                plainName(font),
                place.getScalingFactorY() * MM,
                rgb(getGraphicsState().getNonStrokingColor()),
                at.getX(),
                at.getY(),
                displacement.getX() * place.getScalingFactorX() * MM));
    }

    /** Without the tag of a subset. */
    private static String plainName(PDFont font) {
        var name = font.getName();
        return name.substring(name.indexOf('+') + 1);
    }

    private static int rgb(PDColor color) throws IOException {
        return color.toRGB();
    }

    @Override
    public void fillPath(int windingRule) throws IOException {
        draw(
                rgb(getGraphicsState().getNonStrokingColor()),
                getGraphicsState().getNonStrokeAlphaConstant(),
                0,
                windingRule);
    }

    @Override
    public void strokePath() throws IOException {
        double width = transformWidth(getGraphicsState().getLineWidth()) * MM;
        draw(
                rgb(getGraphicsState().getStrokingColor()),
                getGraphicsState().getAlphaConstant(),
                Math.max(width, 0.01),
                Path2D.WIND_NON_ZERO);
    }

    @Override
    public void fillAndStrokePath(int windingRule) throws IOException {
        var kept = new GeneralPath(path);
        fillPath(windingRule);
        path.append(kept, false);
        strokePath();
    }

    private void draw(int rgb, double alpha, double lineWidth, int windingRule) {
        line.end();
        if (path.getCurrentPoint() != null) {
            objects.add(new OfdObject.Path(
                    path.createTransformedShape(toPage),
                    rgb,
                    (int) Math.round(alpha * 255),
                    lineWidth,
                    windingRule == Path2D.WIND_EVEN_ODD));
        }
        path.reset();
    }

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
        moveTo((float) p0.getX(), (float) p0.getY());
        lineTo((float) p1.getX(), (float) p1.getY());
        lineTo((float) p2.getX(), (float) p2.getY());
        lineTo((float) p3.getX(), (float) p3.getY());
        path.closePath();
    }

    @Override
    public void moveTo(float x, float y) {
        path.moveTo(x, y);
    }

    @Override
    public void lineTo(float x, float y) {
        path.lineTo(x, y);
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        path.curveTo(x1, y1, x2, y2, x3, y3);
    }

    @Override
    public Point2D getCurrentPoint() {
        return path.getCurrentPoint();
    }

    @Override
    public void closePath() {
        path.closePath();
    }

    @Override
    public void endPath() {
        path.reset();
    }

    @Override
    public void clip(int windingRule) {
        // the house style lets nothing run out of its box
    }

    @Override
    public void drawImage(PDImage image) {
        throw new IllegalStateException("an official document with a picture");
    }

    @Override
    public void shadingFill(COSName shadingName) {
        throw new IllegalStateException("an official document with a shading");
    }
}
