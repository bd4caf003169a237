package cn.qifeng.trading.tender.domain;

/** Reads a bill of quantities (工程量清单) as a stream; refuses a wrong cell by sheet, row, column, seen and expected. */
public interface BillReader {

    /**
     * What a bill contains.
     *
     * @param items priced items
     * @param divisions divisions of works (分部)
     */
    record Bill(int items, int divisions) {}

    /** Reads and checks an .xlsx file. */
    Bill read(byte[] xlsx);
}
