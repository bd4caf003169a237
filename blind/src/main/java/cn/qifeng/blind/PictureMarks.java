package cn.qifeng.blind;

import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Sm3;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Pictures of a file: each one for a person to look at, those that come again, and those that carry data of their own. */
final class PictureMarks {

    private static final int PAGES_MIN = 3;
    private static final int BYTES_MAX = 64 << 20;
    private static final double MM = 25.4 / 72;
    private static final List<String> DATA =
            List.of("Exif\0\0", "http://ns.adobe.com/xap/", "Photoshop 3.0", "CREATOR:");

    private final Map<String, TreeSet<Integer>> pages = new TreeMap<>();
    private final Map<String, Mark> first = new TreeMap<>();
    private final Map<Object, String> known = new HashMap<>();
    private final List<Mark> marks = new ArrayList<>();

    void add(List<PageReader.PlacedPicture> pictures, int page) throws IOException {
        for (var picture : pictures) {
            var place = Math.round(picture.x() * MM) + "," + Math.round(picture.y() * MM);
            var size = Math.round(picture.width() * MM) + " × " + Math.round(picture.height() * MM) + " mm";
            var key = key(picture.image(), page, place);
            first.putIfAbsent(key, Mark.of(MarkKind.PICTURE, page, place, size));
            pages.computeIfAbsent(key, it -> new TreeSet<>()).add(page);
        }
    }

    List<Mark> all() {
        var all = new ArrayList<>(marks);
        first.forEach((key, mark) -> {
            var on = pages.get(key);
            all.add(
                    on.size() < PAGES_MIN
                            ? mark
                            : Mark.of(
                                    MarkKind.PICTURE_REPEATED,
                                    mark.page(),
                                    mark.place(),
                                    mark.seen() + ", " + on.size() + " pages: " + on));
        });
        return all;
    }

    private String key(PDImage image, int page, String place) throws IOException {
        if (!(image instanceof PDImageXObject object)) {
            return "inline " + page + " " + place;
        }
        var identity = object.getCOSObject();
        var key = known.get(identity);
        if (key == null) {
            key = read(object, page, place);
            known.put(identity, key);
        }
        return key;
    }

    private String read(PDImageXObject image, int page, String place) throws IOException {
        try (InputStream raw = image.getCOSObject().createRawInputStream()) {
            var bytes = raw.readNBytes(BYTES_MAX);
            var text = new String(bytes, StandardCharsets.ISO_8859_1);
            DATA.stream()
                    .filter(text::contains)
                    .forEach(it -> marks.add(Mark.of(MarkKind.PICTURE_METADATA, page, place, it.replace("\0", ""))));
            if (image.getMetadata() != null) {
                marks.add(Mark.of(MarkKind.PICTURE_METADATA, page, place, "XMP"));
            }
            return Hex.encode(Sm3.of(bytes));
        }
    }
}
