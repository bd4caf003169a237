package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;

/** Documents: each is what its name says. */
public final class DocumentsCheck implements Check {

    @Override
    public String name() {
        return "documents";
    }

    @Override
    public int run(Dossier dossier) {
        var names = dossier.file().under("documents/");
        for (String name : names) {
            var digest = new SM3Digest();
            try (InputStream in = dossier.file().stream(name)) {
                var buffer = new byte[1 << 16];
                for (int n; (n = in.read(buffer)) >= 0; ) {
                    digest.update(buffer, 0, n);
                }
            } catch (IOException e) {
                throw new Broken(name, "unreadable: " + e.getMessage());
            }
            var hash = new byte[32];
            digest.doFinal(hash, 0);
            var expected = name.substring("documents/".length(), name.indexOf('.'));
            Broken.unless(HexFormat.of().formatHex(hash).equals(expected), name, "not the document of that hash");
        }
        return names.size();
    }
}
