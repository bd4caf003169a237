package cn.qifeng.blind;

import java.awt.geom.Point2D;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.util.Matrix;

/** A page as it is shown: its crop box, turned; points from the upper left corner. */
record PageView(double left, double bottom, double right, double top, int rotation) {

    static PageView of(PDPage page) {
        var box = page.getCropBox();
        return new PageView(
                box.getLowerLeftX(),
                box.getLowerLeftY(),
                box.getUpperRightX(),
                box.getUpperRightY(),
                Math.floorMod(page.getRotation(), 360));
    }

    private boolean turned() {
        return rotation == 90 || rotation == 270;
    }

    double width() {
        return turned() ? top - bottom : right - left;
    }

    double height() {
        return turned() ? right - left : top - bottom;
    }

    Point2D shown(double x, double y) {
        return switch (rotation) {
            case 90 -> new Point2D.Double(y - bottom, x - left);
            case 180 -> new Point2D.Double(right - x, y - bottom);
            case 270 -> new Point2D.Double(top - y, right - x);
            default -> new Point2D.Double(x - left, top - y);
        };
    }

    /** The direction of a line of text in whole degrees, 0 where it runs from left to right as the page is shown. */
    int degrees(Matrix matrix) {
        var from = shown(matrix.getTranslateX(), matrix.getTranslateY());
        var to = shown(matrix.getTranslateX() + matrix.getScaleX(), matrix.getTranslateY() + matrix.getShearY());
        var angle = Math.toDegrees(Math.atan2(from.getY() - to.getY(), to.getX() - from.getX()));
        return Math.floorMod(Math.round(angle), 360);
    }
}
