package cn.qifeng.trading.log.application;

import cn.qifeng.trading.log.domain.LogRefusal;
import cn.qifeng.trading.log.domain.StoredTrustFile;
import cn.qifeng.trading.log.domain.StoredTrustFiles;
import cn.qifeng.trust.trustfile.TrustAnchors;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The trust file that stands in every notice, receipt and verdict (信任文件). */
@ApplicationScoped
public class TrustFiles {

    private final StoredTrustFiles files;
    private volatile StoredTrustFile known;

    TrustFiles(StoredTrustFiles files) {
        this.files = files;
    }

    /** The version in force; refuses with {@code log/not-started} until all witnesses signed the first one. */
    public StoredTrustFile current() {
        var file = known;
        if (file == null) {
            file = files.newest().filter(StoredTrustFile::complete).orElseThrow(LogRefusal.NOT_STARTED::refused);
            known = file;
        }
        return file;
    }

    /** What is stored now, which nobody may have touched since it came into force. */
    Optional<StoredTrustFile> stored() {
        return files.newest();
    }

    /** SM3 of the canonical doc, hex. */
    public String fingerprint() {
        return current().fingerprint();
    }

    /** Id of the log, hex. */
    public String logId() {
        return current().doc().get("log").textValue();
    }

    /** How many witnesses make a head published. */
    public int threshold() {
        return current().threshold();
    }

    /** Whether receipts by the certificate with this id are the platform's own. */
    public boolean signsReceipts(String certificateId) {
        return TrustAnchors.from(current().doc()).receiptCertificates().stream()
                .anyMatch(key -> key.id().equals(certificateId));
    }

    /** Whether the log can publish. */
    public boolean started() {
        return known != null || files.newest().filter(StoredTrustFile::complete).isPresent();
    }
}
