package cn.qifeng.evaluation.clearing.domain;

/** What is done with the rows of a workbook, sheet by sheet in the order of the workbook (逐行读取). */
public interface SheetVisitor {

    /** A sheet begins; its rows are read only when this says so. */
    boolean begin(String sheet);

    /** The next row of that sheet. */
    void row(SheetRow row);

    /** That sheet has no more rows. */
    void end();
}
