package cn.qifeng.kit.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qifeng.kernel.Refused;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Official documents 公文 PDF")
class OfficialPdfTest {

    private static final OfficialPdf PDF = new OfficialPdf();

    @TempDir
    Path folder;

    @Test
    void repeatsTheHeadingOfATableAndNumbersThePages() throws IOException {
        var rows = new StringBuilder();
        for (int i = 1; i <= 120; i++) {
            rows.append("<tr><td class=\"mid\">")
                    .append(i)
                    .append("</td><td>沥青混凝土面层</td><td class=\"num\">1,200.50</td></tr>");
        }
        var body =
                "<h1>开标记录</h1><p>本表由平台自动生成。</p><table><thead><tr><th>序号</th><th>名称</th><th>数量</th></tr></thead><tbody>"
                        + rows
                        + "</tbody></table><div class=\"seal\"><p>金岭区示例建设有限公司</p><p>2026年12月22日</p><div class=\"stamp\">"
                        + SealImage.svg("金岭区示例建设有限公司", "招标专用章", 42)
                        + "</div></div><div class=\"signature\"><p class=\"line\">主持人：</p><div class=\"field\" id=\"sign-host\"></div></div>";

        var bytes = PDF.render(new OfficialSource("开标记录", "开标记录", "金岭区公共资源交易 · 开标记录", "", body));

        Files.write(Path.of("target", "official.pdf"), bytes);
        try (var read = Loader.loadPDF(bytes)) {
            var text = new PDFTextStripper().getText(read);
            assertThat(read.getNumberOfPages()).isGreaterThan(3);
            assertThat(text.split("序号", -1)).hasSize(read.getNumberOfPages() + 1);
            assertThat(text).contains("第 2 页").contains("共 " + read.getNumberOfPages() + " 页");
            assertThat(read.getDocumentCatalog().getAcroForm().getField("host")).isNotNull();
        }
    }

    @Test
    void refusesACharacterThatTheFontsDoNotHave() {
        assertThatThrownBy(() -> PDF.render("名单", "<p>委员 𠮷野某</p>")).isInstanceOfSatisfying(Refused.class, it -> {
            assertThat(it.code()).isEqualTo(DocumentRefusal.GLYPH_MISSING);
            assertThat(it.facts()).containsEntry("codePoint", "U+20BB7");
        });
    }

    @Test
    void opensNoConnectionAndNoFileThatTheTextNames() throws IOException {
        var calls = new AtomicInteger();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            calls.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            var url = "http://127.0.0.1:" + server.getAddress().getPort() + "/x";
            var secret = Files.writeString(folder.resolve("secret.txt"), "机密文本").toUri();
            var body =
                    ("<img alt=\"x\" src=\"URL.png\"/><img alt=\"y\" src=\"FILE\"/><link rel=\"stylesheet\" href=\"URL.css\"/>"
                                    + "<p style=\"background-image:url(URL.jpg)\">正文</p><object data=\"URL\" type=\"text/plain\"></object>"
                                    + "<svg xmlns=\"http://www.w3.org/2000/svg\" alt=\"z\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"9mm\" height=\"9mm\">"
                                    + "<image xlink:href=\"URL.svg\" width=\"9\" height=\"9\"/><use xlink:href=\"URL.svg#a\"/></svg>")
                            .replace("URL", url)
                            .replace("FILE", secret.toString());
            var css = "@import url(" + url + "); @font-face { font-family: a; src: url(" + url + ".ttf) }";

            var bytes = PDF.render(new OfficialSource("攻击", "攻击", "攻击", css, body));

            assertThat(calls).hasValue(0);
            try (var read = Loader.loadPDF(bytes)) {
                assertThat(new PDFTextStripper().getText(read)).contains("正文").doesNotContain("机密");
            }
        } finally {
            server.stop(0);
        }
    }

    @Test
    void refusesADocumentTypeWithEntities() {
        assertThatThrownBy(() -> PDF.render("x", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hosts\">]><p>&b;</p>"))
                .isInstanceOf(IllegalStateException.class);
    }
}
