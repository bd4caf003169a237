package cn.qifeng.launcher.up;

import cn.qifeng.trust.cert.StockAuthority;
import cn.qifeng.trust.cert.StockCredential;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Certificate and key of the one port, made anew at every start by the sandbox's authority for stock tools, for every
 * name and address that this machine has now. Browsers need HTTPS from other machines before they give a page a camera
 * or WebCrypto.
 */
final class TlsKeys {

    private static final Duration AGE = Duration.ofDays(397);
    private static final String AUTHORITY = "Qifeng sandbox stock root";

    private final Path folder;

    private TlsKeys(Path folder) {
        this.folder = folder;
    }

    /** Makes them. {@code data} is the platform's folder; trading-core keeps the authority in it. */
    static TlsKeys make(DataFolder data) {
        try {
            var now = Instant.now();
            var authority = StockAuthority.openOrCreate(data.folder("trading-core/keys/ca"), AUTHORITY, now);
            var keys = new TlsKeys(data.folder("tls"));
            keys.write(authority.issueServer(hosts(), now.minus(Duration.ofDays(1)), now.plus(AGE)));
            Files.writeString(keys.root(), pem("CERTIFICATE", authority.root().getEncoded()));
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Server certificate, PEM; its issuer is the root. */
    Path certificate() {
        return folder.resolve("server.pem");
    }

    /** Private key of the server, PEM, readable by its owner only. */
    Path key() {
        return folder.resolve("server-key.pem");
    }

    /** The root that a browser has to trust, PEM. */
    Path root() {
        return folder.resolve("root.pem");
    }

    /** Names and addresses of this machine: loopback first, then every interface that is up. */
    static List<String> hosts() {
        var hosts = new LinkedHashSet<>(List.of("localhost", "127.0.0.1", "::1"));
        try {
            hosts.add(InetAddress.getLocalHost().getHostName());
        } catch (IOException nameless) {
            // a machine without a name of its own is reached by its addresses
        }
        addresses().forEach(address -> hosts.add(text(address)));
        return new ArrayList<>(hosts);
    }

    /** Addresses of this machine that other machines can use. */
    static List<InetAddress> addresses() {
        try {
            return NetworkInterface.networkInterfaces()
                    .filter(TlsKeys::up)
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                    .toList();
        } catch (SocketException none) {
            return List.of();
        }
    }

    private static boolean up(NetworkInterface one) {
        try {
            return one.isUp();
        } catch (SocketException gone) {
            return false;
        }
    }

    /** An address as certificates and browsers write it, without the interface. */
    static String text(InetAddress address) {
        var text = address.getHostAddress();
        return address instanceof Inet6Address ? text.replaceAll("%.*", "") : text;
    }

    private void write(StockCredential server) throws IOException, CertificateEncodingException {
        Files.writeString(certificate(), pem("CERTIFICATE", server.certificate().getEncoded()));
        Secrets.write(key(), pem("PRIVATE KEY", server.privateKey().getEncoded()));
    }

    private static String pem(String label, byte[] der) {
        var body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }
}
