package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Dossier.Entry;
import java.util.List;
import java.util.Set;

/**
 * Faults of a remote evaluation: nothing is decided while one is open, who is in time goes on with the same panel, who is
 * late needs a signed decision, what a decision made void stands on record, and nobody of a dissolved panel sits again.
 */
public final class FaultsCheck implements Check {

    static final String FAULT = "evaluation/fault";
    static final String CLEARED = "evaluation/fault-cleared";
    static final String DECIDED = "evaluation/fault-decided";
    private static final Set<String> TYPES = Set.of(FAULT, CLEARED, DECIDED);

    private final FaultSigner signer;

    /** The check as packages are checked. */
    public FaultsCheck() {
        this(FaultSigner.OF_HOST);
    }

    FaultsCheck(FaultSigner signer) {
        this.signer = signer;
    }

    @Override
    public String name() {
        return "faults";
    }

    @Override
    public int run(Dossier dossier) {
        int found = faults(dossier);
        VoidedAttempts.check(dossier);
        return found;
    }

    private int faults(Dossier dossier) {
        var all = dossier.entries().stream()
                .filter(entry -> TYPES.contains(entry.type()))
                .toList();
        if (all.isEmpty()) {
            return 0;
        }
        if (all.stream().allMatch(Entry::open)) {
            var course = new FaultCourse(dossier, signer);
            dossier.entries().forEach(course::take);
            dossier.attested().add("faults: planned start and heart-beats are the platform's word");
        } else {
            byTypes(dossier.entries());
            dossier.attested().add("faults: what was reported and decided is withheld");
        }
        return all.size();
    }

    /** What the types alone tell: between a fault and whatever came of it nothing is decided. */
    private static void byTypes(List<Entry> entries) {
        boolean open = false;
        for (Entry entry : entries) {
            if (TYPES.contains(entry.type())) {
                open = entry.type().equals(FAULT);
            } else {
                Broken.unless(
                        !open || !HallCheck.DECIDING.contains(entry.type()),
                        entry.object(),
                        "decided while a fault was open");
            }
        }
    }
}
