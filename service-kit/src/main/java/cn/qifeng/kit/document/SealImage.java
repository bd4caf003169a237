package cn.qifeng.kit.document;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.Locale;

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

    private final DocumentFonts fonts;
    private final StringBuilder paths = new StringBuilder();

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
        var fonts = DocumentFonts.shared();
        synchronized (fonts) {
            new GlyphCheck(fonts).check(organisation + purpose);
            var seal = new SealImage(fonts);
            seal.name(organisation.codePoints().toArray());
            seal.star();
            seal.purpose(purpose.codePoints().toArray());
            return seal.element(OfficialSource.escape("印章图样：" + organisation + purpose), millimetres);
        }
    }

    private String element(String alt, int millimetres) {
        return ("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" alt=\"%s\" aria-label=\"%s\" viewBox=\"0 0 200 200\""
                        + " width=\"%dmm\" height=\"%dmm\"><circle cx=\"100\" cy=\"100\" r=\"95\" fill=\"none\""
                        + " stroke=\"#c8102e\" stroke-width=\"5\"/><path fill=\"#c8102e\" fill-opacity=\"0.85\" d=\"%s\"/></svg>")
                .formatted(alt, alt, millimetres, millimetres, paths);
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
        var at = new double[6];
        for (var it = path.getPathIterator(null); !it.isDone(); it.next()) {
            switch (it.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> command('M', at, 2);
                case PathIterator.SEG_LINETO -> command('L', at, 2);
                case PathIterator.SEG_QUADTO -> command('Q', at, 4);
                case PathIterator.SEG_CUBICTO -> command('C', at, 6);
                default -> paths.append('Z');
            }
        }
    }

    private void command(char letter, double[] at, int count) {
        paths.append(letter);
        for (int i = 0; i < count; i++) {
            paths.append(i == 0 ? "" : " ").append(String.format(Locale.ROOT, "%.2f", at[i]));
        }
    }
}
