package cn.qifeng.kit.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qifeng.trust.hash.Sm3;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Signatures in official documents PDF 签名")
class PdfSigningTest {

    private static final Instant AT = Instant.parse("2026-12-22T02:00:00Z");

    @Test
    void aSecondSignatureLeavesTheFirstAsItWas() throws IOException {
        var pdf = new OfficialPdf()
                .render(
                        "开标记录",
                        "<p>正文</p><div class=\"signature\"><div class=\"field\" id=\"sign-host\"></div>"
                                + "<div class=\"field\" id=\"sign-supervisor\"></div></div>");
        var signed = new ArrayList<byte[]>();

        var once = PdfSigning.sign(pdf, "host", "主持人", AT, content -> {
            signed.add(content);
            return Sm3.of(content);
        });
        var twice = PdfSigning.sign(once, "supervisor", "监督人", AT, Sm3::of);

        Files.write(Path.of("target", "signed.pdf"), twice);
        try (var read = Loader.loadPDF(twice)) {
            assertThat(read.getSignatureDictionaries()).hasSize(2);
            assertThat(read.getSignatureFields()).hasSize(2);
            var first = read.getSignatureDictionaries().stream()
                    .filter(it -> it.getName().equals("主持人"))
                    .findFirst()
                    .orElseThrow();
            assertThat(first.getSignedContent(twice)).isEqualTo(signed.get(0));
        }
        assertThatThrownBy(() -> PdfSigning.sign(twice, "host", "别人", AT, Sm3::of))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
