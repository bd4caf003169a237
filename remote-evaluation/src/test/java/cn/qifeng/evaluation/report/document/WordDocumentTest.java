package cn.qifeng.evaluation.report.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A report as an editor's copy 评标报告编辑副本")
class WordDocumentTest {

    private static final String NOTE = "以 PDF 为准";

    private static byte[] of(String body) throws IOException {
        var docx = WordDocument.of("工程 · 标段 · 评标报告", NOTE, body);
        Files.write(Path.of("target", "report.docx"), docx);
        return docx;
    }

    @Test
    void hasTheHeadingsParagraphsAndTablesOfTheReport() throws IOException {
        var text = new Xhtml()
                .raw("<h1>评标报告</h1>")
                .heading("三、开标记录摘要")
                .paragraph("投标人 <青石> & 合伙")
                .table(List.of("投标人", "报价#"), List.of(List.of("甲", "9,800,000.00"), List.of("乙", "10,000,000.00")))
                .raw(
                        "<div class=\"platform-seal\"><span id=\"sign-platform\"></span></div><p class=\"note\">由平台签章</p>");

        try (var word = new XWPFDocument(new ByteArrayInputStream(of(text.toString())))) {
            assertThat(word.getParagraphs().stream().map(XWPFParagraph::getText))
                    .containsSubsequence("评标报告", "三、开标记录摘要", "投标人 <青石> & 合伙", "由平台签章");
            var table = word.getTables().get(0);
            assertThat(table.getRow(0).isRepeatHeader()).isTrue();
            assertThat(table.getRow(1).isRepeatHeader()).isFalse();
            assertThat(table.getRow(2).getCell(1).getText()).isEqualTo("10,000,000.00");
            assertThat(word.getHeaderList().get(0).getText()).contains("评标报告", NOTE);
        }
    }

    @Test
    void leavesNothingOutThatItCannotShow() {
        assertThatThrownBy(() -> of("<p>一</p><svg/>"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("svg");
    }
}
