package cn.qifeng.trading.tender.sheet;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kit.office.OfficeGate;
import cn.qifeng.trading.tender.domain.BillReader;
import cn.qifeng.trading.tender.domain.TenderRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * Reads the bill (分部分项工程和单价措施项目清单, 表-08) row by row: 序号, 项目编码, 项目名称, 项目特征描述, 计量单位, 工程量.
 */
@ApplicationScoped
class XlsxBillReader implements BillReader {

    private static final String SHEET = "表-08";
    private static final List<String> HEADINGS = List.of("序号", "项目编码", "项目名称", "项目特征描述", "计量单位", "工程量");
    private static final int HEADING_ROW = 3;
    private static final int SHEETS_MAX = 200;
    private static final int ROWS_MAX = 20_000;

    private final OfficeGate gate =
            new OfficeGate(TenderRefusal.BILL_UNREADABLE, TenderRefusal.BILL_TOO_LARGE, OfficeGate.Limits.WORKBOOK);

    @Override
    public Bill read(byte[] xlsx) {
        gate.check(xlsx, OfficeGate.WORKBOOK);
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            var sheets = book.getSheets().limit(SHEETS_MAX).toList();
            var sheet = sheets.stream()
                    .filter(it -> it.getName().startsWith(SHEET))
                    .findFirst()
                    .orElseThrow(() -> new Refused(
                            TenderRefusal.BILL_UNREADABLE,
                            Facts.field(
                                    "sheets",
                                    sheets.stream().map(Sheet::getName).toList(),
                                    SHEET + "…")));
            return read(sheet);
        } catch (IOException e) {
            throw unreadable(e);
        } catch (Refused e) {
            throw e;
        } catch (RuntimeException e) {
            // The reader reports a broken part by whatever exception it meets.
            throw unreadable(e);
        }
    }

    private static Bill read(Sheet sheet) throws IOException {
        var rows = new BillRows(sheet.getName());
        try (var stream = sheet.openStream()) {
            for (var it = stream.iterator(); it.hasNext(); ) {
                Row row = it.next();
                if (row.getRowNum() > ROWS_MAX) {
                    throw new Refused(
                            TenderRefusal.BILL_TOO_LARGE, Facts.field("rows", row.getRowNum(), "at most " + ROWS_MAX));
                }
                if (row.getRowNum() == HEADING_ROW) {
                    rows.headings(row, HEADINGS);
                } else if (row.getRowNum() > HEADING_ROW) {
                    rows.take(row);
                }
            }
        }
        return rows.bill();
    }

    private static Refused unreadable(Exception e) {
        return new Refused(
                TenderRefusal.BILL_UNREADABLE, Facts.field("file", e.getClass().getSimpleName(), "an .xlsx workbook"));
    }
}
