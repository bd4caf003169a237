package cn.qifeng.trading.archive.application;

import cn.qifeng.kernel.Facts;
import cn.qifeng.trading.archive.domain.ArchiveRefusal;
import cn.qifeng.trading.keys.DocumentSeal;
import cn.qifeng.trust.hash.Sm3;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Draws official PDFs as OFD under the platform's electronic seal (公文转 OFD), one at a time. The last ones stay at hand:
 * the same document is asked for many times, and never changes.
 */
@ApplicationScoped
public class DrawAsOfd {

    private static final int KEPT = 32;

    private final DocumentSeal seal;
    private final Map<String, byte[]> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
            return size() > KEPT;
        }
    };

    DrawAsOfd(DocumentSeal seal) {
        this.seal = seal;
    }

    /** The OFD file; refuses with {@link ArchiveRefusal} when there is no seal for it, or no place for one. */
    public synchronized byte[] of(byte[] pdf) {
        var sm3 = Sm3.hex(pdf);
        var known = kept.get(sm3);
        if (known == null) {
            known = draw(pdf, sm3);
            kept.put(sm3, known);
        }
        return known.clone();
    }

    private byte[] draw(byte[] pdf, String sm3) {
        try {
            return seal.ofd(pdf).orElseThrow(ArchiveRefusal.NO_ELECTRONIC_SEAL::refused);
        } catch (IllegalArgumentException noPlace) {
            throw ArchiveRefusal.NOT_OFFICIAL.with(
                    Facts.field("sm3", sm3, "an official document with a place for the seal")
                            .map());
        }
    }
}
