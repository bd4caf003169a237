package cn.qifeng.blind;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;

/** What lies over a page, or is kept with it, and is no content of it. */
final class AnnotationMarks {

    private static final List<String> PRIVATE = List.of("PieceInfo", "Thumb", "Metadata");
    private static final int ANNOTATIONS_MAX = 10_000;

    private AnnotationMarks() {}

    static List<Mark> of(PDPage page, int number) {
        var marks = new ArrayList<Mark>();
        var dictionary = page.getCOSObject();
        for (var key : PRIVATE) {
            if (dictionary.containsKey(COSName.getPDFName(key))) {
                marks.add(Mark.of(MarkKind.PRIVATE_DATA, number, key, key));
            }
        }
        if (dictionary.containsKey(COSName.AA)) {
            marks.add(Mark.of(MarkKind.ACTIVE_CONTENT, number, "AA", "AA"));
        }
        var annotations = dictionary.getCOSArray(COSName.ANNOTS);
        for (int i = 0; annotations != null && i < Math.min(annotations.size(), ANNOTATIONS_MAX); i++) {
            if (annotations.getObject(i) instanceof COSDictionary annotation) {
                annotation(annotation, number, marks);
            }
        }
        return marks;
    }

    private static void annotation(COSDictionary annotation, int page, List<Mark> marks) {
        var subtype = "" + annotation.getNameAsString(COSName.SUBTYPE);
        switch (subtype) {
            case "Link" -> link(annotation, page, marks);
            case "Widget" -> marks.add(Mark.of(MarkKind.FORM, page, subtype, text(annotation, COSName.T)));
            case "FileAttachment" ->
                marks.add(Mark.of(MarkKind.EMBEDDED_FILE, page, subtype, text(annotation, COSName.CONTENTS)));
            default ->
                marks.add(Mark.of(
                        MarkKind.ANNOTATION,
                        page,
                        subtype,
                        (text(annotation, COSName.T) + " " + text(annotation, COSName.CONTENTS)).strip()));
        }
    }

    /** A link within the file is none: tables of contents have them. */
    private static void link(COSDictionary annotation, int page, List<Mark> marks) {
        COSBase action = annotation.getDictionaryObject(COSName.A);
        if (action instanceof COSDictionary does) {
            var what = "" + does.getNameAsString(COSName.S);
            if (!what.equals("GoTo")) {
                marks.add(Mark.of(MarkKind.LINK, page, what, text(does, COSName.URI)));
            }
        }
    }

    private static String text(COSDictionary dictionary, COSName key) {
        var text = dictionary.getString(key);
        return text == null ? "" : text;
    }
}
