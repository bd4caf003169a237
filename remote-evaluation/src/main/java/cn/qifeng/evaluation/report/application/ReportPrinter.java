package cn.qifeng.evaluation.report.application;

import cn.qifeng.evaluation.report.domain.BidderPart;
import java.util.List;

/** Port that prints a report. */
public interface ReportPrinter {

    /** What one bidder is told of its bid, PDF/A. */
    byte[] part(ReportContent content, String bidId);

    /** The file, PDF/A, which lists the bidders' parts by hash. */
    byte[] print(ReportContent content, List<BidderPart> parts);

    /** The same text as .docx, for whoever quotes from it; it is not signed, and says so. */
    byte[] docx(ReportContent content, List<BidderPart> parts);
}
