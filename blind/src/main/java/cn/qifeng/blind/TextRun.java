package cn.qifeng.blind;

/**
 * Letters on one line that look alike, where they stand on the page as it is shown.
 *
 * @param x left end of the base line, in points from the left edge
 * @param y base line, in points from the upper edge
 * @param width length of the line in points
 * @param sizeTenths size in tenths of a point
 * @param font name without the mark of a subset
 * @param rgb colour
 * @param unpainted rendering mode and opacity leave no ink
 * @param slanted direction in whole degrees, 0 along the line
 */
record TextRun(
        String text,
        double x,
        double y,
        double width,
        int sizeTenths,
        Face font,
        int rgb,
        boolean unpainted,
        int slanted) {

    private static final double MM = 25.4 / 72;

    /** A font as the file has it. */
    record Face(String name, boolean embedded) {}

    double size() {
        return sizeTenths / 10.0;
    }

    double top() {
        return y - size();
    }

    /** The upper left corner, {@code x,y} in whole millimetres. */
    String place() {
        return Math.round(x * MM) + "," + Math.round(top() * MM);
    }
}
