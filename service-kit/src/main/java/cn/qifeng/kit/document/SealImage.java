package cn.qifeng.kit.document;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import javax.imageio.ImageIO;

/**
 * Picture of a round electronic seal (电子印章图样): red ring, the name on the arc, a star, the purpose below. Characters
 * are drawn as outlines, so the picture needs no font. It is a picture only; the signature makes the seal.
 */
public final class SealImage {

    private static final double SIZE = 200;
    private static final double CENTRE = SIZE / 2;
    private static final double NAME_RADIUS = 74;
    private static final double NAME_ARC = 250;
    private static final double NAME_STEP_MAX = 26;
    private static final double NAME_SIZE = 27;
    private static final double PURPOSE_SIZE = 17;
    private static final double PURPOSE_BASELINE = 158;
    private static final double STAR_OUTER = 27;
    private static final double STAR_INNER = STAR_OUTER * 0.382;
    private static final double NAME_WIDTH = 0.78;
    private static final double RADIUS = 95;
    private static final float RING = 5;
    private static final Color RED = new Color(0xc8, 0x10, 0x2e, 0xd9);

    private final DocumentFonts fonts;
    private final Path2D shape = new Path2D.Double();

    private SealImage(DocumentFonts fonts) {
        this.fonts = fonts;
    }

    /**
     * The seal as an SVG element.
     *
     * @param organisation full name, up to about 24 characters
     * @param purpose such as 招标专用章, may be empty
     * @param millimetres diameter on paper
     */
    public static String svg(String organisation, String purpose, int millimetres) {
        return drawn(organisation, purpose)
                .element(OfficialSource.escape("印章图样：" + organisation + purpose), millimetres);
    }

    /**
     * The seal as a PNG with a transparent ground.
     *
     * @param organisation full name, up to about 24 characters
     * @param purpose such as 招标专用章, may be empty
     * @param pixels width and height
     */
    public static byte[] png(String organisation, String purpose, int pixels) {
        var seal = drawn(organisation, purpose);
        var image = new BufferedImage(pixels, pixels, BufferedImage.TYPE_INT_ARGB);
        var graphics = image.createGraphics();
        try (var out = new ByteArrayOutputStream()) {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.scale(pixels / SIZE, pixels / SIZE);
            graphics.setColor(RED);
            graphics.setStroke(new BasicStroke(RING));
            graphics.draw(new Ellipse2D.Double(CENTRE - RADIUS, CENTRE - RADIUS, 2 * RADIUS, 2 * RADIUS));
            graphics.fill(seal.shape);
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            graphics.dispose();
        }
    }

    private static SealImage drawn(String organisation, String purpose) {
        var fonts = DocumentFonts.shared();
        synchronized (fonts) {
            new GlyphCheck(fonts).check(organisation + purpose);
            var seal = new SealImage(fonts);
            seal.name(organisation.codePoints().toArray());
            seal.star();
            seal.purpose(purpose.codePoints().toArray());
            return seal;
        }
    }

    private String element(String alt, int millimetres) {
        return ("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" alt=\"%s\" aria-label=\"%s\" viewBox=\"0 0 200 200\""
                        + " width=\"%dmm\" height=\"%dmm\"><circle cx=\"100\" cy=\"100\" r=\"95\" fill=\"none\""
                        + " stroke=\"#c8102e\" stroke-width=\"5\"/><path fill=\"#c8102e\" fill-opacity=\"0.85\" d=\"%s\"/></svg>")
                .formatted(alt, alt, millimetres, millimetres, data(shape));
    }

    private void name(int[] characters) {
        double step = characters.length < 2 ? 0 : Math.min(NAME_STEP_MAX, NAME_ARC / (characters.length - 1));
        double angle = -step * (characters.length - 1) / 2;
        for (int character : characters) {
            var place = new AffineTransform();
            place.rotate(Math.toRadians(angle), CENTRE, CENTRE);
            place.translate(CENTRE, CENTRE - NAME_RADIUS + NAME_SIZE * 0.38);
            place.scale(NAME_WIDTH, 1);
            character(character, NAME_SIZE, place);
            angle += step;
        }
    }

    private void purpose(int[] characters) {
        double left = CENTRE - PURPOSE_SIZE * characters.length / 2;
        for (int i = 0; i < characters.length; i++) {
            var place = AffineTransform.getTranslateInstance(left + PURPOSE_SIZE * (i + 0.5), PURPOSE_BASELINE);
            character(characters[i], PURPOSE_SIZE, place);
        }
    }

    /** One character, its baseline's middle at the origin of {@code place}. */
    private void character(int codePoint, double size, AffineTransform place) {
        double scale = size / fonts.unitsPerEm();
        place.scale(scale, -scale);
        place.translate(-fonts.unitsPerEm() / 2.0, 0);
        append(new Path2D.Double(fonts.outline(codePoint), place));
    }

    private void star() {
        var star = new Path2D.Double();
        for (int i = 0; i < 10; i++) {
            double radius = i % 2 == 0 ? STAR_OUTER : STAR_INNER;
            double angle = Math.toRadians(36 * i - 90.0);
            double x = CENTRE + radius * Math.cos(angle);
            double y = CENTRE + radius * Math.sin(angle);
            if (i == 0) {
                star.moveTo(x, y);
            } else {
                star.lineTo(x, y);
            }
        }
        star.closePath();
        append(star);
    }

    private void append(Path2D path) {
        shape.append(path, false);
    }

    private static String data(Path2D shape) {
        var data = new StringBuilder();
        var at = new double[6];
        for (var it = shape.getPathIterator(null); !it.isDone(); it.next()) {
            switch (it.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> command(data, 'M', at, 2);
                case PathIterator.SEG_LINETO -> command(data, 'L', at, 2);
                case PathIterator.SEG_QUADTO -> command(data, 'Q', at, 4);
                case PathIterator.SEG_CUBICTO -> command(data, 'C', at, 6);
                default -> data.append('Z');
            }
        }
        return data.toString();
    }

    private static void command(StringBuilder data, char letter, double[] at, int count) {
        data.append(letter);
        for (int i = 0; i < count; i++) {
            data.append(i == 0 ? "" : " ").append(String.format(Locale.ROOT, "%.2f", at[i]));
        }
    }
}
