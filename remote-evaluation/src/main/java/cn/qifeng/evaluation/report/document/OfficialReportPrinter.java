package cn.qifeng.evaluation.report.document;

import cn.qifeng.evaluation.panel.domain.SessionOrder;
import cn.qifeng.evaluation.report.application.ReportContent;
import cn.qifeng.evaluation.report.application.ReportPrinter;
import cn.qifeng.evaluation.report.domain.BidderPart;
import cn.qifeng.kit.document.OfficialPdf;
import cn.qifeng.kit.document.OfficialSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Prints the report in the house style of official documents. */
@ApplicationScoped
class OfficialReportPrinter implements ReportPrinter {

    /** What the copy says of itself. */
    private static final String COPY = "本文件供摘录引用，未经签章；内容以平台电子签章的评标报告（PDF）为准。";

    private final OfficialPdf pdf;

    OfficialReportPrinter(OfficialPdf pdf) {
        this.pdf = pdf;
    }

    @Override
    public byte[] part(ReportContent content, String bidId) {
        var order = content.session().order();
        String header = order.name() + " · " + PartText.TITLE;
        return pdf.render(new OfficialSource(
                PartText.TITLE, order.name() + PartText.TITLE, header, "", PartText.of(content, bidId)));
    }

    @Override
    public byte[] print(ReportContent content, List<BidderPart> parts) {
        var order = content.session().order();
        String body = ReportText.of(content, parts);
        return pdf.render(new OfficialSource("评标报告", order.name() + "评标报告", header(order), "", body));
    }

    @Override
    public byte[] docx(ReportContent content, List<BidderPart> parts) {
        return WordDocument.of(header(content.session().order()), COPY, ReportText.of(content, parts));
    }

    private static String header(SessionOrder order) {
        return order.project() + " · " + order.name() + " · 评标报告";
    }
}
