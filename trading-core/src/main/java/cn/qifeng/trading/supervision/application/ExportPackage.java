package cn.qifeng.trading.supervision.application;

import cn.qifeng.kernel.TenderId;
import cn.qifeng.kernel.Uscc;
import cn.qifeng.trading.supervision.domain.Cut;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Gives the evidence package of a tender (导出存证包). */
@ApplicationScoped
public class ExportPackage {

    /** A package ready to be written once: a file name, and how to write it. */
    public record Export(String fileName, Consumer<OutputStream> writer) {}

    private final GatherEvidence gather;
    private final WritePackage write;

    ExportPackage(GatherEvidence gather, WritePackage write) {
        this.gather = gather;
        this.write = write;
    }

    /**
     * The package of a published tender as it stands now. Publishes a head first, so that everything recorded is under
     * it; waits for the witnesses.
     */
    public Export of(TenderId tender, Cut cut) {
        if (cut == Cut.PARTY || cut == Cut.TRUSTEE) {
            throw new IllegalArgumentException("the cut of one person: " + cut);
        }
        return export(gather.of(tender, cut, Optional.empty()));
    }

    /** The cut of one bidder, with its own bid and scores; refuses before the opening, and whoever has not bid. */
    public Export ofParty(TenderId tender, Uscc party) {
        return export(gather.of(tender, Cut.PARTY, Optional.of(party)));
    }

    /** What the trustee with this certificate verifies before it presses; refuses others, and at another time. */
    public Export ofTrustee(TenderId tender, String certificateId) {
        return export(gather.ofTrustee(tender, certificateId));
    }

    private Export export(Gathered gathered) {
        var cut = gathered.cut();
        var name = gathered.lot().code().value() + "-" + cut.name().toLowerCase(Locale.ROOT) + ".zip";
        return new Export(name, out -> write.write(gathered, out));
    }
}
