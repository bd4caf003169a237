package cn.qifeng.blind;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;

/** Text that a file carries beside what is shown: for readers aloud, for copying, for expansion. */
final class AlternativeTexts {

    private static final List<COSName> KEYS = List.of(COSName.ACTUAL_TEXT, COSName.ALT, COSName.E);
    private static final int OBJECTS_MAX = 200_000;

    private AlternativeTexts() {}

    static List<String> of(COSDictionary properties) {
        return KEYS.stream()
                .map(properties::getString)
                .filter(Objects::nonNull)
                .filter(it -> !it.isBlank())
                .toList();
    }

    /** The same in all elements of the document's structure. */
    static Stream<String> of(COSDocument document) {
        return document.getXrefTable().keySet().stream()
                .limit(OBJECTS_MAX)
                .sorted()
                .map(document::getObjectFromPool)
                .map(it -> it.getObject())
                .filter(COSDictionary.class::isInstance)
                .map(COSDictionary.class::cast)
                .filter(it -> it.containsKey(COSName.S) && it.containsKey(COSName.P))
                .flatMap(it -> of(it).stream());
    }
}
