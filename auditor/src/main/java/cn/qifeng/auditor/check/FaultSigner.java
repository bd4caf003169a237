package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.crypto.Certificates;
import java.security.GeneralSecurityException;

/** Whether the statement of an entry is signed by procuring entity or agency. */
@FunctionalInterface
interface FaultSigner {

    /** By the certificate of the signature. */
    FaultSigner OF_HOST = (dossier, entry) -> {
        try {
            var uscc = Certificates.uscc(dossier.signer(entry.body().path("statement"), entry));
            var publication = dossier.publication();
            return uscc.equals(publication.path("procuringEntity").path("uscc").asText())
                    || uscc.equals(publication.path("agency").path("uscc").asText());
        } catch (GeneralSecurityException e) {
            throw new Broken(entry.object(), "an unreadable certificate");
        }
    };

    boolean ofHost(Dossier dossier, Dossier.Entry entry);
}
