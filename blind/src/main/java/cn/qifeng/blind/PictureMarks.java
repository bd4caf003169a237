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

/**
 * Pictures of a file: each one for a person to look at, because letters in it are not read; those that come again or stand in
 * the margin, as logos do; and those that carry data of their own.
 */
final class PictureMarks {

    private static final int PAGES_MIN = 3;

    /** From this many pages on a small picture that comes again is as good as a logo. */
    private static final int SMALL_PAGES_MIN = 2;

    private static final double SMALL_WIDTH_MM = 80;
    private static final double SMALL_HEIGHT_MM = 40;
    private static final int BYTES_MAX = 64 << 20;
    private static final double MM = 25.4 / 72;
    private static final List<String> DATA =
            List.of("Exif\0\0", "http://ns.adobe.com/xap/", "Photoshop 3.0", "CREATOR:");

    private final BlindRules rules;
    private final Map<String, TreeSet<Integer>> pages = new TreeMap<>();
    private final Map<String, Boolean> small = new TreeMap<>();
    private final Map<String, Mark> first = new TreeMap<>();
    private final Map<Object, String> known = new HashMap<>();
    private final List<Mark> marks = new ArrayList<>();

    PictureMarks(BlindRules rules) {
        this.rules = rules;
    }

    void add(List<PageReader.PlacedPicture> pictures, PageView view, int page) throws IOException {
        for (var picture : pictures) {
            var place = Math.round(picture.x() * MM) + "," + Math.round(picture.y() * MM);
            var size = Math.round(picture.width() * MM) + " × " + Math.round(picture.height() * MM) + " mm";
            var key = key(picture.image(), page, place);
            boolean isSmall = picture.width() * MM <= SMALL_WIDTH_MM && picture.height() * MM <= SMALL_HEIGHT_MM;
            boolean beside = isSmall && inMargin(picture, view);
            var kind = beside ? MarkKind.PICTURE_IN_MARGIN : MarkKind.PICTURE;
            var mark = new Mark(kind, page, place, size, beside ? rules.marginMm() + " mm" : Mark.NONE);
            first.merge(key, mark, PictureMarks::telling);
            small.merge(key, isSmall, Boolean::logicalAnd);
            pages.computeIfAbsent(key, it -> new TreeSet<>()).add(page);
        }
    }

    List<Mark> all() {
        var all = new ArrayList<>(marks);
        first.forEach((key, mark) -> {
            var on = pages.get(key);
            all.add(
                    on.size() < (small.get(key) ? SMALL_PAGES_MIN : PAGES_MIN)
                            ? mark
                            : Mark.of(
                                    MarkKind.PICTURE_REPEATED,
                                    mark.page(),
                                    mark.place(),
                                    mark.seen() + ", " + on.size() + " pages: " + on));
        });
        return all;
    }

    /** The first place of a picture that is in the margin, or else the first of all. */
    private static Mark telling(Mark known, Mark again) {
        boolean more = known.kind() == MarkKind.PICTURE && again.kind() == MarkKind.PICTURE_IN_MARGIN;
        return more ? again : known;
    }

    private boolean inMargin(PageReader.PlacedPicture picture, PageView view) {
        double margin = rules.marginMm() / MM;
        return picture.x() < margin
                || picture.y() < margin
                || picture.x() + picture.width() > view.width() - margin
                || picture.y() + picture.height() > view.height() - margin;
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
