package cn.qifeng.evaluation.report.document;

import cn.qifeng.evaluation.report.application.ReportContent;
import cn.qifeng.evaluation.report.application.ReportPrinter;
import cn.qifeng.kit.document.OfficialPdf;
import cn.qifeng.kit.document.OfficialSource;
import jakarta.enterprise.context.ApplicationScoped;

/** Prints the report in the house style of official documents. */
@ApplicationScoped
class PdfReportPrinter implements ReportPrinter {

    private final OfficialPdf pdf;

    PdfReportPrinter(OfficialPdf pdf) {
        this.pdf = pdf;
    }

    @Override
    public byte[] print(ReportContent content) {
        var order = content.session().order();
        String body = ReportText.of(content);
        return pdf.render(new OfficialSource(
                "评标报告", order.name() + "评标报告", order.project() + " · " + order.name() + " · 评标报告", "", body));
    }
}
