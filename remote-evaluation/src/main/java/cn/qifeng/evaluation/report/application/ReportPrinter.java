package cn.qifeng.evaluation.report.application;

/** Port that prints a report. */
public interface ReportPrinter {

    /** The file, PDF/A. */
    byte[] print(ReportContent content);

    /** The same text as .docx, for whoever quotes from it; it is not signed, and says so. */
    byte[] docx(ReportContent content);
}
