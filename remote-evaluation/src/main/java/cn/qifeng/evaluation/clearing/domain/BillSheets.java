package cn.qifeng.evaluation.clearing.domain;

/** Reads workbooks as a stream (清单读取); never evaluates a formula. */
public interface BillSheets {

    /**
     * Shows the visitor every sheet that it wants. Refuses with {@link ClearingRefusal#BILL_UNREADABLE} what is no
     * workbook, and with {@link ClearingRefusal#BILL_TOO_LARGE} what unpacks to more than a bill can be.
     */
    void read(byte[] xlsx, SheetVisitor visitor);
}
