package cn.qifeng.evaluation.clearing.application;

import java.io.OutputStream;
import java.util.function.Consumer;

/** Port that writes findings as a workbook. */
public interface FindingWorkbook {

    /** What hands on every finding in its turn. */
    interface Lines {

        void each(Consumer<FindingPage.Line> line);
    }

    /** Writes an .xlsx file of the clearing and its findings; leaves the stream open. */
    void write(ClearingView clearing, Lines lines, OutputStream out);
}
