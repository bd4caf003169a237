package cn.qifeng.trading.tender.document;

import cn.qifeng.kit.document.OfficialPdf;
import cn.qifeng.kit.document.OfficialSource;
import cn.qifeng.kit.document.SealImage;
import cn.qifeng.kit.document.SealPlaces;
import cn.qifeng.kit.office.OfficeGate;
import cn.qifeng.trading.keys.DocumentSeal;
import cn.qifeng.trading.tender.domain.DocumentWriter;
import cn.qifeng.trading.tender.domain.Tender;
import cn.qifeng.trading.tender.domain.TenderRefusal;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Makes the tender document (招标文件): .docx by poi-tl, official PDF of the same text by HTML. */
@ApplicationScoped
class WordDocumentWriter implements DocumentWriter {

    private static final String CSS = """
            .chapter { page-break-before: always; font-size: 18pt; }
            .centred { text-indent: 0; text-align: center; margin: 3mm 0; }
            """;

    private final OfficeGate gate =
            new OfficeGate(TenderRefusal.TEMPLATE_UNREADABLE, TenderRefusal.FILE_TOO_LARGE, OfficeGate.Limits.LARGE);
    private final OfficialPdf pdf;
    private final DocumentSeal seal;
    private final Template dataPage;

    WordDocumentWriter(OfficialPdf pdf, DocumentSeal seal, @Location("tender/document-data") Template dataPage) {
        this.pdf = pdf;
        this.seal = seal;
        this.dataPage = dataPage;
    }

    @Override
    public void checkTemplate(byte[] docx) {
        gate.check(docx, "word/document.xml");
        WordTemplates.check(docx);
    }

    @Override
    public byte[] fill(byte[] template, Map<String, Object> fields) {
        return WordTemplates.fill(template == null ? StandardTemplate.docx() : template, fields);
    }

    @Override
    public byte[] pdf(byte[] filledDocx, Tender tender, boolean sandbox) {
        var project = tender.project();
        String data = dataPage.data("data", DataPage.of(tender))
                .data("sandbox", sandbox)
                .data("agency", project.agency().name())
                .data("sealNote", SealPlaces.NOTE)
                .render()
                .replace("<!--seal-->", SealImage.svg(project.agency().name(), "招标代理专用章", 42))
                .replace("<!--platform-seal-->", SealPlaces.xhtml());
        return seal.seal(pdf.render(new OfficialSource(
                tender.draft().lotName() + "招标文件",
                "招标文件，标段编号 " + tender.lotCode(),
                tender.draft().lotName() + " · 招标文件",
                CSS,
                WordToHtml.body(filledDocx) + data)));
    }
}
