package cn.qifeng.trading.supervision.application;

import cn.qifeng.kernel.TenderId;
import cn.qifeng.trading.archive.application.DocumentArchive;
import cn.qifeng.trading.archive.domain.KeptDocument;
import cn.qifeng.trading.archive.domain.Visibility;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;

/** Writes the documents that disclosed objects name by hash (文件), one at a time. */
@ApplicationScoped
class WriteDocuments {

    private static final String NO_EXTENSION = "bin";

    private final DocumentArchive archive;

    WriteDocuments(DocumentArchive archive) {
        this.archive = archive;
    }

    /** All of the tender that the cut shows. */
    void write(Gathered gathered, PackageZip zip, Disclosed disclosed) {
        var tender = gathered.lot().tender();
        var own = gathered.ownPart();
        for (var document : documents(tender)) {
            boolean shown = gathered.cut().whole()
                    || document.visibility() == Visibility.PUBLIC
                    || document.sm3().equals(own);
            if (shown && disclosed.names(document.sm3())) {
                zip.bytes("documents/" + document.sm3() + "." + extension(document), content(document));
            }
        }
    }

    private List<KeptDocument> documents(TenderId tender) {
        return QuarkusTransaction.requiringNew().call(() -> archive.of(tender));
    }

    private byte[] content(KeptDocument document) {
        return QuarkusTransaction.requiringNew().call(() -> archive.content(document.tender(), document.sm3()));
    }

    private static String extension(KeptDocument document) {
        var name = document.name();
        var extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return extension.matches("[a-z0-9]{1,5}") ? extension : NO_EXTENSION;
    }
}
