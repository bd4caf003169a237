package cn.qifeng.evaluation.report.application;

/** Port that prints a report as PDF. */
public interface ReportPrinter {

    /** The file, PDF/A. */
    byte[] print(ReportContent content);
}
