package cn.qifeng.launcher.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Data folder 数据目录")
class DataFolderTest {

    @TempDir
    Path folder;

    @Test
    void tellsWhereAPlatformListensOnlyWhileOneHoldsIt() {
        var data = new DataFolder(folder);
        data.folder("run");
        data.announce(URI.create("http://127.0.0.1:1"));
        assertThat(data.address()).isEmpty();

        data.hold();
        data.announce(URI.create("http://127.0.0.1:2"));
        assertThat(data.address()).contains(URI.create("http://127.0.0.1:2"));
    }

    @Test
    void saysHowToMendAFolderThatIsAFile() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> new DataFolder(file.resolve("below")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("./qifeng up --data DIR");
    }

    @Test
    void takesNoStrangersProcessForItsDatabase() throws IOException {
        var data = new DataFolder(folder);
        var own = Long.toString(ProcessHandle.current().pid());
        Files.writeString(data.folder("postgres").resolve("postmaster.pid"), own + "\n");

        assertThat(data.postmaster()).isEmpty();
    }

    @Test
    void givesTheOnePortACertificateForEveryAddress() throws Exception {
        var keys = TlsKeys.make(new DataFolder(folder));

        try (var in = Files.newInputStream(keys.certificate());
                var rootIn = Files.newInputStream(keys.root())) {
            var factory = CertificateFactory.getInstance("X.509");
            var certificate = (X509Certificate) factory.generateCertificate(in);
            certificate.verify(factory.generateCertificate(rootIn).getPublicKey());
            var names = certificate.getSubjectAlternativeNames().stream()
                    .map(name -> name.get(1).toString())
                    .toList();
            assertThat(names).contains("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1");
            assertThat(names)
                    .containsAll(TlsKeys.addresses().stream().map(TlsKeys::text).toList());
        }
        assertThat(Files.getPosixFilePermissions(keys.key())).hasSize(2);
    }
}
