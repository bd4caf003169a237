package cn.qifeng.blind;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;

/** Marks that belong to the whole file: what it says about itself, and what else is packed into it. */
final class DocumentMarks {

    private static final int METADATA_BYTES = 64 << 10;
    private static final int TREE_DEPTH = 32;
    private static final Pattern XMP_VALUE =
            Pattern.compile("<[^>]*:(?:creator|CreatorTool|Producer|title|Author|Company"
                    + "|Manager|Keywords|subject|description)\\b[^>]*>\\s*(?:<[^>]*>\\s*)*([^<]+)");
    private static final List<String> NAME_TREES = List.of("EmbeddedFiles", "JavaScript");

    private final PDDocument document;
    private final BlindRules rules;
    private final List<Mark> marks = new ArrayList<>();

    private DocumentMarks(PDDocument document, BlindRules rules) {
        this.document = document;
        this.rules = rules;
    }

    static List<Mark> of(PDDocument document, BlindRules rules) throws IOException {
        var all = new DocumentMarks(document, rules);
        if (document.isEncrypted()) {
            all.add(MarkKind.ENCRYPTED, "Encrypt", "the file is encrypted");
        }
        if (document.getNumberOfPages() > rules.pagesMax()) {
            all.marks.add(new Mark(
                    MarkKind.PAGE_CAP, 0, "Pages", "" + document.getNumberOfPages(), "1 to " + rules.pagesMax()));
        }
        all.information();
        all.metadata(document.getDocumentCatalog().getMetadata(), "XMP");
        all.catalog(document.getDocumentCatalog().getCOSObject());
        AlternativeTexts.of(document.getDocument())
                .distinct()
                .forEach(it -> all.add(MarkKind.ALTERNATIVE_TEXT, "StructTreeRoot", it));
        return all.marks;
    }

    private void information() {
        var information = document.getDocumentInformation();
        for (var key : information.getMetadataKeys()) {
            var value = information.getCustomMetadataValue(key);
            if (value != null && !value.isBlank()) {
                add(MarkKind.METADATA, "Info/" + key, value);
            }
        }
    }

    private void metadata(PDMetadata metadata, String place) throws IOException {
        if (metadata == null) {
            return;
        }
        try (InputStream stream = metadata.exportXMPMetadata()) {
            var text = new String(stream.readNBytes(METADATA_BYTES), StandardCharsets.UTF_8);
            var values = XMP_VALUE
                    .matcher(text)
                    .results()
                    .map(it -> it.group(1).strip())
                    .toList();
            add(MarkKind.METADATA, place, values.isEmpty() ? text.length() + " characters" : String.join("; ", values));
        }
    }

    private void catalog(COSDictionary catalog) {
        var names = catalog.getCOSDictionary(COSName.NAMES);
        if (names != null) {
            for (var tree : NAME_TREES) {
                var kind = tree.equals("JavaScript") ? MarkKind.ACTIVE_CONTENT : MarkKind.EMBEDDED_FILE;
                names(names.getCOSDictionary(COSName.getPDFName(tree)), kind, "Names/" + tree, TREE_DEPTH);
            }
        }
        present(catalog, "AF", MarkKind.EMBEDDED_FILE);
        present(catalog, "Collection", MarkKind.EMBEDDED_FILE);
        action(catalog.getDictionaryObject(COSName.OPEN_ACTION));
        present(catalog, "AA", MarkKind.ACTIVE_CONTENT);
        present(catalog, "OCProperties", MarkKind.LAYER);
        present(catalog, "PieceInfo", MarkKind.PRIVATE_DATA);
        var form = document.getDocumentCatalog().getAcroForm(null);
        if (form != null) {
            form.getFields()
                    .forEach(it -> add(MarkKind.FORM, "AcroForm", it.getFieldType() + " " + it.getPartialName()));
            if (form.hasXFA()) {
                add(MarkKind.FORM, "AcroForm", "XFA");
            }
        }
    }

    /** An action at opening; a mere destination is none. */
    private void action(COSBase action) {
        if (action instanceof COSDictionary dictionary && !"GoTo".equals(dictionary.getNameAsString(COSName.S))) {
            add(MarkKind.ACTIVE_CONTENT, "OpenAction", "" + dictionary.getNameAsString(COSName.S));
        }
    }

    private void present(COSDictionary catalog, String key, MarkKind kind) {
        if (catalog.getDictionaryObject(COSName.getPDFName(key)) != null) {
            add(kind, key, key);
        }
    }

    private void names(COSDictionary node, MarkKind kind, String place, int depth) {
        if (node == null || depth == 0) {
            return;
        }
        var names = node.getCOSArray(COSName.NAMES);
        for (int i = 0; names != null && i < names.size(); i += 2) {
            add(kind, place, "" + names.getString(i));
        }
        COSArray kids = node.getCOSArray(COSName.KIDS);
        for (int i = 0; kids != null && i < kids.size(); i++) {
            if (kids.getObject(i) instanceof COSDictionary kid) {
                names(kid, kind, place, depth - 1);
            }
        }
    }

    private void add(MarkKind kind, String place, String seen) {
        marks.add(Mark.ofDocument(kind, place, seen));
    }
}
