package cn.qifeng.evaluation.clearing.sheet;

import cn.qifeng.evaluation.clearing.domain.BillSheets;
import cn.qifeng.evaluation.clearing.domain.ClearingRefusal;
import cn.qifeng.evaluation.clearing.domain.SheetVisitor;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kit.office.OfficeGate;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;

/** Bills from .xlsx, row by row, behind a gate. */
@ApplicationScoped
public class XlsxBillSheets implements BillSheets {

    private static final OfficeGate GATE =
            new OfficeGate(ClearingRefusal.BILL_UNREADABLE, ClearingRefusal.BILL_TOO_LARGE, OfficeGate.Limits.WORKBOOK);

    private static final int SHEETS_MAX = 200;
    private static final int ROWS_MAX = 20_000;
    /** A cell that the reader cannot understand is shown as it stands, instead of ending the whole reading. */
    private static final ReadingOptions OPTIONS = new ReadingOptions(false, true);

    @Override
    public void read(byte[] xlsx, SheetVisitor visitor) {
        GATE.check(xlsx, OfficeGate.WORKBOOK);
        stream(xlsx, visitor);
    }

    /** The same for bytes that passed the gate. */
    static void stream(byte[] xlsx, SheetVisitor visitor) {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(xlsx), OPTIONS)) {
            for (Sheet sheet : book.getSheets().limit(SHEETS_MAX).toList()) {
                if (visitor.begin(sheet.getName())) {
                    rows(sheet, visitor);
                    visitor.end();
                }
            }
        } catch (Refused e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // The reader reports a broken part by whatever exception it meets.
            throw GATE.unreadable("file", e.getClass().getSimpleName(), "an .xlsx workbook");
        }
    }

    private static void rows(Sheet sheet, SheetVisitor visitor) throws IOException {
        var row = new XlsxRow();
        try (var stream = sheet.openStream()) {
            for (var it = stream.iterator(); it.hasNext(); ) {
                row.of(it.next());
                if (row.row() > ROWS_MAX) {
                    throw GATE.tooLarge(sheet.getName(), row.row(), ROWS_MAX);
                }
                visitor.row(row);
            }
        }
    }
}
