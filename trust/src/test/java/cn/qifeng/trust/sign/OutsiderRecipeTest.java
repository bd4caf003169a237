package cn.qifeng.trust.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.qifeng.trust.cert.StockCredential;
import cn.qifeng.trust.fixture.OpenSsl;
import cn.qifeng.trust.fixture.People;
import cn.qifeng.trust.hash.Bytes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The recipe of docs/evidence.md section 2 works with stock openssl")
class OutsiderRecipeTest {

    private static final Pattern LINE = Pattern.compile("^\\s*(\\d+):d=(\\d+)\\s+hl=(\\d+)\\s+l=\\s*(\\d+)\\s+(.*)$");

    @TempDir
    Path folder;

    @Test
    void anOutsiderVerifiesASignature() throws Exception {
        assumeTrue(OpenSsl.present());
        var people = People.twoOfThree();
        var openssl = new OpenSsl(folder);
        var p7s = people.bidder().sign(Bytes.ascii("what was signed"));
        Files.write(folder.resolve("x.p7s"), p7s);
        Files.writeString(
                folder.resolve("cert.pem"), StockCredential.pem(people.bidder().certificate()));
        Files.writeString(folder.resolve("pub.pem"), openssl.run("x509", "-in", "cert.pem", "-pubkey", "-noout"));

        assertThat(openssl.run("cms", "-cmsout", "-print", "-inform", "DER", "-in", "x.p7s"))
                .contains("sm3");
        cut(p7s, openssl.run("asn1parse", "-inform", "DER", "-in", "x.p7s"));

        assertThat(openssl.run(
                        "dgst",
                        "-sm3",
                        "-verify",
                        "pub.pem",
                        "-signature",
                        "sig.der",
                        "-sigopt",
                        "distid:1234567812345678",
                        "attrs.der"))
                .contains("Verified OK");
    }

    /** The signed attributes are the last [0] of the signer, the signature is the last octet string. */
    private void cut(byte[] p7s, String parsed) throws Exception {
        for (var line : parsed.split("\n")) {
            var matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                continue;
            }
            int start = Integer.parseInt(matcher.group(1));
            int header = Integer.parseInt(matcher.group(3));
            int end = start + header + Integer.parseInt(matcher.group(4));
            if (matcher.group(5).contains("cont [ 0 ]") && Integer.parseInt(matcher.group(2)) == 5) {
                var attributes = Arrays.copyOfRange(p7s, start, end);
                attributes[0] = 0x31;
                Files.write(folder.resolve("attrs.der"), attributes);
            } else if (matcher.group(5).contains("OCTET STRING")) {
                Files.write(folder.resolve("sig.der"), Arrays.copyOfRange(p7s, start + header, end));
            }
        }
    }
}
