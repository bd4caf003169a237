package cn.qifeng.kit.document;

import com.openhtmltopdf.pdfboxout.PagePosition;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.render.Box;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDObjectReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;

/**
 * Empty signature fields (签名域) at the places that the XHTML marks. They are made before the first signature, with a
 * tag for each, so that signing later keeps PDF/A-2A and PDF/UA.
 */
final class SignatureFields {

    /** Ids of elements that become fields begin so; the rest is the name of the field. */
    static final String ID_PREFIX = "sign-";

    private static final Pattern MARKED = Pattern.compile(ID_PREFIX + "[A-Za-z0-9-]+");

    private final List<PagePosition<Box>> places;

    private SignatureFields(List<PagePosition<Box>> places) {
        this.places = places;
    }

    /** The marked places of a document that is drawn. */
    static SignatureFields find(PdfBoxRenderer renderer) {
        return new SignatureFields(renderer.findPagePositionsByID(MARKED));
    }

    /** Adds one field for each place. */
    void addTo(PDDocument pdf) throws IOException {
        if (places == null || places.isEmpty()) {
            return;
        }
        var form = new PDAcroForm(pdf);
        form.setDefaultResources(new PDResources());
        pdf.getDocumentCatalog().setAcroForm(form);
        var fields = new ArrayList<PDSignatureField>();
        for (var place : places) {
            fields.add(field(pdf, form, place));
        }
        form.getFields().addAll(fields);
    }

    private static PDSignatureField field(PDDocument pdf, PDAcroForm form, PagePosition<Box> place) throws IOException {
        var page = pdf.getPage(place.getPageNo());
        var name = place.getId().substring(ID_PREFIX.length());
        var field = new PDSignatureField(form);
        field.setPartialName(name);
        field.setAlternateFieldName("签名域 " + name);
        var widget = field.getWidgets().get(0);
        widget.setRectangle(new PDRectangle(place.getX(), place.getY(), place.getWidth(), place.getHeight()));
        widget.setPage(page);
        widget.setPrinted(true);
        widget.setAppearance(blank(pdf, widget.getRectangle()));
        page.getAnnotations().add(widget);
        page.getCOSObject().setItem(COSName.getPDFName("Tabs"), COSName.S);
        tag(pdf, page, widget, "签名域 " + name);
        return field;
    }

    private static PDAppearanceDictionary blank(PDDocument pdf, PDRectangle place) {
        var stream = new PDAppearanceStream(pdf);
        stream.setBBox(new PDRectangle(place.getWidth(), place.getHeight()));
        stream.setResources(new PDResources());
        var appearance = new PDAppearanceDictionary();
        appearance.setNormalAppearance(stream);
        return appearance;
    }

    private static void tag(PDDocument pdf, PDPage page, PDAnnotationWidget widget, String text) throws IOException {
        var root = pdf.getDocumentCatalog().getStructureTreeRoot();
        if (root == null) {
            return;
        }
        var top = (PDStructureElement) root.getKids().get(0);
        var element = new PDStructureElement("Form", top);
        element.setPage(page);
        element.setAlternateDescription(text);
        var reference = new PDObjectReference();
        reference.setReferencedObject(widget);
        reference.getCOSObject().setItem(COSName.PG, page);
        element.appendKid(reference);
        top.appendKid(element);
        int key = root.getParentTreeNextKey();
        widget.setStructParent(key);
        addToParentTree(root.getParentTree(), key, element);
        root.setParentTreeNextKey(key + 1);
    }

    /** Adds behind the last number of the tree's last leaf; its limits grow with it. */
    private static void addToParentTree(PDNumberTreeNode tree, int key, PDStructureElement element) {
        COSDictionary leaf = tree.getCOSObject();
        while (leaf.getCOSArray(COSName.KIDS) != null) {
            var kids = leaf.getCOSArray(COSName.KIDS);
            leaf = (COSDictionary) kids.getObject(kids.size() - 1);
            grow(leaf, key);
        }
        var numbers = leaf.getCOSArray(COSName.NUMS);
        if (numbers == null) {
            numbers = new COSArray();
            leaf.setItem(COSName.NUMS, numbers);
        }
        numbers.add(COSInteger.get(key));
        numbers.add(element.getCOSObject());
    }

    private static void grow(COSDictionary leaf, int key) {
        var limits = leaf.getCOSArray(COSName.LIMITS);
        if (limits != null) {
            limits.set(1, COSInteger.get(key));
        }
    }
}
