package cn.qifeng.kit.document.ofd;

import java.util.List;

/**
 * A page (页面).
 *
 * @param width millimetres
 * @param height millimetres
 * @param objects what is drawn on it, in that order
 */
record OfdPage(double width, double height, List<OfdObject> objects) {

    OfdPage {
        objects = List.copyOf(objects);
    }
}
