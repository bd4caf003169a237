package cn.qifeng.evaluation.expert.domain;

/** Reads and writes workbooks of experts (专家库导入与导出). */
public interface ExpertBooks {

    /** The most experts that one workbook may bring. */
    int EXPERTS_MAX = 10_000;

    /**
     * All that a workbook says. Refuses with {@link ExpertRefusal#SHEET} when a single cell cannot be taken, and names the
     * cells: {@code faults}, at most {@link CellFaults#SHOWN_MAX}, and their {@code count}.
     */
    ExpertBook read(byte[] xlsx);

    /** The workbook of this pool; reading it gives the same back. */
    byte[] write(ExpertBook book);
}
