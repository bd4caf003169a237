package cn.qifeng.blind;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.util.Optional;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * How a page looks, on a sheet of one size (规范化页面图像): A4 at 150 dpi, upright or across, in sixteen greys. What was
 * larger is made smaller to fit.
 */
final class PagePicture {

    /** Shorter side of the sheet in pixels. */
    static final int SHORT = 1240;

    /** Longer side of the sheet in pixels. */
    static final int LONG = 1754;

    private static final double SCALE_MAX = 150 / 72.0;
    private static final int CHROMA_MIN = 48;
    private static final int CONTRAST_MIN = 40;
    private static final int COLOURED_MIN = 12;
    private static final double MM = 25.4 / 150;

    private final int width;
    private final int height;
    private final double scale;
    private final byte[] grey;
    private final int[] coloured = {Integer.MAX_VALUE, Integer.MAX_VALUE, -1, -1};
    private int colouredPixels;

    private PagePicture(PageView view) {
        boolean across = view.width() > view.height();
        this.width = across ? LONG : SHORT;
        this.height = across ? SHORT : LONG;
        this.scale = Math.min(SCALE_MAX, Math.min(width / view.width(), height / view.height()));
        this.grey = new byte[width * height];
    }

    static PagePicture of(PDFRenderer renderer, int index, PageView view) throws IOException {
        var picture = new PagePicture(view);
        var drawn = renderer.renderImage(index, (float) picture.scale, ImageType.RGB);
        var sheet = new BufferedImage(picture.width, picture.height, BufferedImage.TYPE_INT_RGB);
        var graphics = sheet.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, picture.width, picture.height);
        graphics.drawImage(drawn, 0, 0, null);
        graphics.dispose();
        picture.take(((DataBufferInt) sheet.getRaster().getDataBuffer()).getData());
        return picture;
    }

    private void take(int[] pixels) {
        for (int i = 0; i < pixels.length; i++) {
            int red = pixels[i] >> 16 & 0xFF;
            int green = pixels[i] >> 8 & 0xFF;
            int blue = pixels[i] & 0xFF;
            grey[i] = (byte) ((red * 299 + green * 587 + blue * 114) / 1000);
            if (Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue)) > CHROMA_MIN) {
                colouredPixels++;
                coloured[0] = Math.min(coloured[0], i % width);
                coloured[1] = Math.min(coloured[1], i / width);
                coloured[2] = Math.max(coloured[2], i % width);
                coloured[3] = Math.max(coloured[3], i / width);
            }
        }
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Pixels of the sheet for each point of the page. */
    double scale() {
        return scale;
    }

    /** The pixels from the upper left corner, two to a byte, sixteen greys, 15 is white. */
    byte[] sixteenGreys() {
        var packed = new byte[grey.length / 2];
        for (int i = 0; i < packed.length; i++) {
            packed[i] = (byte) (level(grey[2 * i]) << 4 | level(grey[2 * i + 1]));
        }
        return packed;
    }

    private static int level(byte value) {
        return ((value & 0xFF) + 8) / 17;
    }

    /** The rectangle around all that has a colour, as a mark. */
    Optional<Mark> colour(int page) {
        if (colouredPixels < COLOURED_MIN) {
            return Optional.empty();
        }
        var place = Math.round(coloured[0] * MM) + "," + Math.round(coloured[1] * MM);
        var seen = Math.round((coloured[2] - coloured[0] + 1) * MM) + " × "
                + Math.round((coloured[3] - coloured[1] + 1) * MM) + " mm";
        return Optional.of(new Mark(MarkKind.COLOUR, page, place, seen, "#000000"));
    }

    /** Whether anything is seen where this text stands; of slanted text only the beginning is looked at. */
    boolean shows(TextRun run) {
        double length = run.slanted() == 0 ? run.width() : run.size() * 0.7;
        int left = within(run.x() * scale, width);
        int right = within((run.x() + Math.max(length, 1)) * scale + 1, width);
        int top = within((run.y() - run.size() * 0.9) * scale, height);
        int bottom = within((run.y() + run.size() * 0.25) * scale + 1, height);
        if (run.slanted() != 0) {
            left = within((run.x() - run.size()) * scale, width);
            right = within((run.x() + run.size()) * scale + 1, width);
            bottom = within((run.y() + run.size()) * scale + 1, height);
        }
        int darkest = 255;
        int brightest = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int value = grey[y * width + x] & 0xFF;
                darkest = Math.min(darkest, value);
                brightest = Math.max(brightest, value);
            }
        }
        return brightest - darkest >= CONTRAST_MIN;
    }

    private static int within(double value, int limit) {
        return (int) Math.max(0, Math.min(limit, Math.floor(value)));
    }
}
