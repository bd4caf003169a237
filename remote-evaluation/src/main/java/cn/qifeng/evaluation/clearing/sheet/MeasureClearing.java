package cn.qifeng.evaluation.clearing.sheet;

import cn.qifeng.evaluation.clearing.domain.BidFindings;
import cn.qifeng.evaluation.clearing.domain.BillClearing;
import cn.qifeng.evaluation.clearing.domain.SheetRow;
import cn.qifeng.evaluation.clearing.domain.SheetVisitor;
import cn.qifeng.evaluation.clearing.domain.TenderBill;
import cn.qifeng.evaluation.clearing.domain.Thresholds;
import cn.qifeng.kernel.Fen;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Clears bills from files in a process of its own, whose heap its caller bounds ({@code ./qifeng bench clearing}): the very
 * classes of the service, without the service around them. A folder holds {@code tender.xlsx}, bids {@code NNN.xlsx} and
 * {@code prices.txt} with one line {@code NNN fen} for each bid.
 *
 * <p>Prints one line for each round, {@code read NANOS} and {@code clear NANOS}, both in turns of five bills so that whatever
 * else the machine does meets both alike; then {@code findings N} of a round and {@code heap BYTES}, the most that was used
 * at once.
 */
public final class MeasureClearing {

    private static final int TURN = 5;

    private final XlsxBillSheets sheets = new XlsxBillSheets();
    private final Path folder;
    private final List<String> bids = new ArrayList<>();
    private final List<Fen> prices = new ArrayList<>();

    private MeasureClearing(Path folder) throws IOException {
        this.folder = folder;
        for (String line : Files.readAllLines(folder.resolve("prices.txt"))) {
            var parts = line.split(" ");
            bids.add(parts[0]);
            prices.add(new Fen(Long.parseLong(parts[1])));
        }
    }

    /** Arguments: the folder, the rounds, and {@code both} or {@code clear}. */
    public static void main(String[] arguments) throws IOException {
        var measure = new MeasureClearing(Path.of(arguments[0]));
        long findings = 0;
        for (int round = 0; round < Integer.parseInt(arguments[1]); round++) {
            findings = measure.round(arguments[2].equals("both"));
        }
        System.out.println("findings " + findings);
        System.out.println("heap " + heap());
    }

    private long round(boolean both) throws IOException {
        long read = 0;
        long began = System.nanoTime();
        var clearing = new BillClearing(TenderBill.read(bytes("tender"), sheets), Thresholds.usual(), sheets);
        long clear = System.nanoTime() - began;
        long findings = 0;
        for (int from = 0; from < bids.size(); from += TURN) {
            int to = Math.min(bids.size(), from + TURN);
            began = System.nanoTime();
            for (int i = from; both && i < to; i++) {
                XlsxBillSheets.stream(bytes(bids.get(i)), new CountCells());
            }
            read += System.nanoTime() - began;
            began = System.nanoTime();
            for (int i = from; i < to; i++) {
                findings += count(clearing.read(bids.get(i), prices.get(i), bytes(bids.get(i))));
            }
            clear += System.nanoTime() - began;
        }
        began = System.nanoTime();
        for (String bid : bids) {
            findings += count(clearing.compare(bid));
        }
        clear += System.nanoTime() - began;
        System.out.println("read " + read + System.lineSeparator() + "clear " + clear);
        return findings;
    }

    /** Only reads: sees every row of every sheet and counts its cells. */
    private static final class CountCells implements SheetVisitor {

        private long cells;

        @Override
        public boolean begin(String sheet) {
            return true;
        }

        @Override
        public void row(SheetRow row) {
            cells += row.columns();
        }

        @Override
        public void end() {
            if (cells == 0) {
                throw new IllegalStateException("an empty sheet");
            }
        }
    }

    private static long count(BidFindings found) {
        return found.counts().values().stream().mapToLong(it -> it).sum();
    }

    private byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(folder.resolve(name + ".xlsx"));
    }

    private static long heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(it -> it.getType() == MemoryType.HEAP)
                .mapToLong(it -> it.getPeakUsage().getUsed())
                .sum();
    }
}
