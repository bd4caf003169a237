package cn.qifeng.kit.document.ofd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qifeng.kernel.Refused;
import cn.qifeng.kit.document.OfficialPdf;
import cn.qifeng.kit.document.SealImage;
import cn.qifeng.kit.document.SealPlaces;
import cn.qifeng.trust.cert.CertificateAuthority;
import cn.qifeng.trust.cert.Subject;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.ses.ElectronicSeal;
import cn.qifeng.trust.ses.SealPicture;
import cn.qifeng.trust.ses.SealSignature;
import cn.qifeng.trust.sign.SigningKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ofdrw.reader.ContentExtractor;
import org.ofdrw.reader.OFDReader;
import org.ofdrw.sign.verify.OFDValidator;
import org.ofdrw.sign.verify.container.SESV4ValidateContainer;
import org.ofdrw.sign.verify.exceptions.OFDVerifyException;

/** Files that another implementation of the standards reads and verifies, too. */
@DisplayName("Official documents as OFD 版式公文")
class OfficialOfdTest {

    private static final Instant AT = Instant.parse("2026-12-22T02:00:00Z");
    private static final String PLACE = "Doc_0/Signs/Sign_0/";

    @TempDir
    static Path folder;

    private static SigningKey key;
    private static byte[] seal;
    private static byte[] pdf;
    private static byte[] ofd;

    @BeforeAll
    static void make() throws IOException {
        var authority = CertificateAuthority.openOrCreate(folder.resolve("ca"), "测试根证书", AT);
        var year = Duration.ofDays(365);
        key = SigningKey.of(authority.issueWithKey(new Subject("签章", "启封交易平台", null), AT, AT.plus(year)));
        seal = ElectronicSeal.make(
                new ElectronicSeal.Properties("QIFENG-1", "QIFENG", "启封交易平台", AT, AT, AT.plus(year)),
                new SealPicture("PNG", SealImage.png("启封公共资源交易平台", "电子签章", 480), 40, 40),
                List.of(key.certificate()),
                key);
        var rows = new StringBuilder();
        for (int i = 1; i <= 60; i++) {
            rows.append("<tr><td>%d</td><td>投标人%d有限公司</td><td class=\"num\">%d.00</td></tr>"
                    .formatted(i, i, 9_000_000 + i));
        }
        pdf = new OfficialPdf()
                .render(
                        "评标报告",
                        "<h1>评标报告</h1><p>评标委员会依据招标文件评审，A &amp; B &lt; C。</p>"
                                + "<table><thead><tr><th>序号</th><th>投标人</th><th>报价（元）</th></tr></thead><tbody>" + rows
                                + "</tbody></table>" + SealPlaces.xhtml() + "<p class=\"note\">" + SealPlaces.NOTE
                                + "</p>");
        ofd = OfficialOfd.of(pdf, seal());
        Files.write(Path.of("target", "official.ofd"), ofd);
        Files.write(Path.of("target", "official-source.pdf"), pdf);
    }

    private static OfdSeal seal() {
        var parsed = ElectronicSeal.parse(seal);
        return new OfdSeal(seal, 40, 40, AT, (content, place) -> SealSignature.sign(parsed, content, place, AT, key));
    }

    @Test
    void sayWhatThePdfSaysInTextThatAnotherReaderFinds() throws IOException {
        try (var reader = new OFDReader(new ByteArrayInputStream(ofd))) {
            assertThat(reader.getNumberOfPages()).isGreaterThan(1);
            var text = String.join("\n", new ContentExtractor(reader).extractAll());
            assertThat(text).contains("评标报告", "A & B < C", "投标人60有限公司", "9000060.00", "第 1 页", SealPlaces.NOTE);
        }
        assertThat(new String(files().get("OFD.xml"), StandardCharsets.UTF_8)).contains(Sm3.hex(pdf));
    }

    @Test
    void areSmallBecauseOnlyTheCharactersThatTheyUseAreEmbedded() {
        assertThat(ofd.length).isLessThan(150_000);
    }

    @Test
    void carryASealThatAnotherImplementationVerifies() throws Exception {
        try (var validator = new OFDValidator(new OFDReader(new ByteArrayInputStream(ofd)))) {
            validator.setValidator(new SESV4ValidateContainer());
            validator.exeValidate();
        }
    }

    @Test
    void breakTheirSealWhenAPageOrADescriptionIsChanged() throws IOException {
        for (var changed : List.of("Doc_0/Pages/Page_0/Content.xml", "OFD.xml", "Doc_0/Res/font_1.ttf")) {
            var files = files();
            var content = files.get(changed);
            content[content.length - 1] ^= 1;
            var altered = zip(files);
            assertThatThrownBy(() -> {
                        try (var validator = new OFDValidator(new OFDReader(new ByteArrayInputStream(altered)))) {
                            validator.setValidator(new SESV4ValidateContainer());
                            validator.exeValidate();
                        }
                    })
                    .as(changed)
                    .isInstanceOfAny(OFDVerifyException.class, RuntimeException.class);
        }
    }

    @Test
    void areVerifiedByOurOwnReaderOfSeals() throws IOException {
        var files = files();
        var value = files.get(PLACE + "SignedValue.dat");
        var xml = files.get(PLACE + "Signature.xml");
        var signature = SealSignature.verify(value, xml, "/" + PLACE + "Signature.xml");

        assertThat(signature.seal().name()).isEqualTo("启封交易平台");
        assertThat(signature.signer()).isEqualTo(key.certificate());
        assertThat(signature.at()).isEqualTo(AT);
        xml[100] ^= 1;
        assertThatThrownBy(() -> SealSignature.verify(value, xml, "/" + PLACE + "Signature.xml"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("trust/bad-seal");
    }

    @Test
    void areRefusedWhereNobodyLeftAPlaceForTheSeal() {
        var without = new OfficialPdf().render("通知", "<p>正文</p>");
        assertThatThrownBy(() -> OfficialOfd.of(without, seal())).isInstanceOf(IllegalArgumentException.class);
    }

    private static Map<String, byte[]> files() throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(ofd))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return out.toByteArray();
    }
}
