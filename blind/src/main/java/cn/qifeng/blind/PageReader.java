package cn.qifeng.blind;

import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/** Reads what one page's content puts down: text with its looks, pictures, and text that stands beside it. */
final class PageReader extends PDFGraphicsStreamEngine {

    private static final double OPACITY_MIN = 0.05;
    private static final int RUNS_MAX = 100_000;

    private final PageView view;
    private final List<TextRun> runs = new ArrayList<>();
    private final List<PlacedPicture> pictures = new ArrayList<>();
    private final List<String> beside = new ArrayList<>();
    private final Point2D.Float point = new Point2D.Float();
    private final Deque<Span> spans = new ArrayDeque<>();
    private LineInProgress line;
    private boolean insideGlyph;

    /** A picture where it stands, in points from the upper left corner. */
    record PlacedPicture(PDImage image, double x, double y, double width, double height) {}

    PageReader(PDPage page) {
        super(page);
        this.view = PageView.of(page);
    }

    static PageReader read(PDPage page) throws IOException {
        var reader = new PageReader(page);
        reader.processPage(page);
        reader.endLine();
        return reader;
    }

    PageView view() {
        return view;
    }

    List<TextRun> runs() {
        return runs;
    }

    List<PlacedPicture> pictures() {
        return pictures;
    }

    /** Alternative and actual text in the content that differs from what is shown there. */
    List<String> beside() {
        return beside;
    }

    @Override
    protected void showGlyph(Matrix rendering, PDFont font, int code, Vector displacement) throws IOException {
        if (insideGlyph) {
            return;
        }
        take(rendering, font, code, displacement);
        if (font instanceof PDType3Font type3) {
            insideGlyph = true;
            showType3Glyph(rendering, type3, code, displacement);
            insideGlyph = false;
        }
    }

    private void take(Matrix rendering, PDFont font, int code, Vector displacement) throws IOException {
        var at = view.shown(rendering.getTranslateX(), rendering.getTranslateY());
        var end = view.shown(
                rendering.getTranslateX() + displacement.getX() * rendering.getScaleX(),
                rendering.getTranslateY() + displacement.getX() * rendering.getShearY());
        var glyph = new TextRun(
                Objects.requireNonNullElse(font.toUnicode(code), "\uFFFD"),
                at.getX(),
                at.getY(),
                at.distance(end),
                tenths(rendering, font),
                new TextRun.Face(Faces.name(font), font instanceof PDType3Font || font.isEmbedded()),
                rgb(),
                unpainted(),
                view.degrees(rendering));
        if (!spans.isEmpty()) {
            spans.peek().shown().append(glyph.text());
        }
        if (line == null || !line.takes(glyph)) {
            endLine();
            line = new LineInProgress(glyph);
        } else {
            line.add(glyph);
        }
    }

    private static int tenths(Matrix rendering, PDFont font) {
        double scale = Math.hypot(rendering.getShearX(), rendering.getScaleY());
        double unit =
                font instanceof PDType3Font ? Math.abs(font.getFontMatrix().getScalingFactorY()) * 1000 : 1;
        return (int) Math.min(100_000, Math.round(scale * unit * 10));
    }

    private void endLine() throws IOException {
        if (line != null) {
            if (runs.size() >= RUNS_MAX) {
                throw new IOException("more than " + RUNS_MAX + " pieces of text on one page");
            }
            runs.add(line.run());
            line = null;
        }
    }

    private boolean unpainted() {
        var state = getGraphicsState();
        var mode = state.getTextState().getRenderingMode();
        return mode == RenderingMode.NEITHER
                || mode == RenderingMode.NEITHER_CLIP
                || mode.isFill() && !mode.isStroke() && state.getNonStrokeAlphaConstant() < OPACITY_MIN;
    }

    private int rgb() {
        var state = getGraphicsState();
        boolean fills = state.getTextState().getRenderingMode().isFill();
        return rgb(fills ? state.getNonStrokingColor() : state.getStrokingColor());
    }

    private static int rgb(PDColor colour) {
        try {
            return colour.isPattern() ? 0 : colour.toRGB() & 0xFFFFFF;
        } catch (IOException | RuntimeException unknown) {
            return 0;
        }
    }

    @Override
    public void beginMarkedContentSequence(COSName tag, COSDictionary properties) {
        super.beginMarkedContentSequence(tag, properties);
        spans.push(new Span(properties == null ? List.of() : AlternativeTexts.of(properties), new StringBuilder()));
    }

    @Override
    public void endMarkedContentSequence() {
        super.endMarkedContentSequence();
        if (!spans.isEmpty()) {
            var span = spans.pop();
            span.said().stream()
                    .filter(it -> !alike(it, span.shown().toString()))
                    .forEach(beside::add);
            if (!spans.isEmpty()) {
                spans.peek().shown().append(span.shown());
            }
        }
    }

    private static boolean alike(String said, String shown) {
        return WordMarks.plain(said).equals(WordMarks.plain(shown))
                || said.length() == 1 && shown.length() == 1 && Shown.radical(shown.charAt(0));
    }

    /** Marked content: what it says beside, and the letters in it. */
    private record Span(List<String> said, StringBuilder shown) {}

    @Override
    public void drawImage(PDImage image) {
        if (insideGlyph || image instanceof PDImageXObject it && it.isStencil() && it.getWidth() <= 1) {
            return;
        }
        var matrix = getGraphicsState().getCurrentTransformationMatrix();
        double x = matrix.getTranslateX();
        double y = matrix.getTranslateY();
        var one = view.shown(x, y);
        var other =
                view.shown(x + matrix.getScaleX() + matrix.getShearX(), y + matrix.getScaleY() + matrix.getShearY());
        pictures.add(new PlacedPicture(
                image,
                Math.min(one.getX(), other.getX()),
                Math.min(one.getY(), other.getY()),
                Math.abs(one.getX() - other.getX()),
                Math.abs(one.getY() - other.getY())));
    }

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {}

    @Override
    public void clip(int windingRule) {}

    @Override
    public void moveTo(float x, float y) {
        point.setLocation(x, y);
    }

    @Override
    public void lineTo(float x, float y) {
        point.setLocation(x, y);
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        point.setLocation(x3, y3);
    }

    @Override
    public Point2D getCurrentPoint() {
        return point;
    }

    @Override
    public void closePath() {}

    @Override
    public void endPath() {}

    @Override
    public void strokePath() {}

    @Override
    public void fillPath(int windingRule) {}

    @Override
    public void fillAndStrokePath(int windingRule) {}

    @Override
    public void shadingFill(COSName shading) {}
}
