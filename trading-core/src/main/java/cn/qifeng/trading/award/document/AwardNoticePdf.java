package cn.qifeng.trading.award.document;

import cn.qifeng.kernel.ChineseCapitals;
import cn.qifeng.kernel.DeadlineCalculator;
import cn.qifeng.kernel.Fen;
import cn.qifeng.kit.document.OfficialPdf;
import cn.qifeng.kit.document.OfficialSource;
import cn.qifeng.kit.document.SealImage;
import cn.qifeng.kit.document.SealPlaces;
import cn.qifeng.trading.award.domain.Finalist;
import cn.qifeng.trading.award.domain.NoticeDocument;
import cn.qifeng.trading.keys.DocumentSeal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.format.DateTimeFormatter;

/** Notice of award (中标通知书) in the layout of the standard construction tender documents of 2007, annex. */
@ApplicationScoped
class AwardNoticePdf implements NoticeDocument {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final int SEAL_MILLIMETRES = 42;

    private final OfficialPdf pdf;
    private final DocumentSeal seal;

    AwardNoticePdf(OfficialPdf pdf, DocumentSeal seal) {
        this.pdf = pdf;
        this.seal = seal;
    }

    @Override
    public byte[] write(Facts facts, Finalist winner) {
        var subject = facts.lotName() + " · 中标通知书";
        return seal.seal(pdf.render(new OfficialSource("中标通知书", subject, subject, "", body(facts, winner))));
    }

    private static String body(Facts facts, Finalist winner) {
        var table = row("项目名称", facts.projectName())
                + row("标段名称", facts.lotName())
                + row("标段编号", facts.lotCode())
                + row("中标人", winner.name())
                + row("统一社会信用代码", winner.uscc().value())
                + row("中标价", price(winner.price()))
                + row("工期", winner.durationDays() + " 日历天")
                + row("工程质量", winner.quality())
                + row("项目负责人", winner.projectLeader());
        return (facts.sandbox() ? "<p class=\"sandbox\">沙箱演示文件，不具有法律效力</p>" : "")
                + "<p class=\"plain\">编号：" + text(facts.number()) + "</p>"
                + "<h1>中标通知书</h1>"
                + "<p class=\"plain\"><b>" + text(winner.name()) + "</b>：</p>"
                + "<p>你方递交的" + text(facts.lotName()) + "投标文件已被我方接受，经定标委员会票决，确定你方为中标人。</p>"
                + "<table>" + table + "</table>"
                + "<p>请你方自本通知书发出之日起" + facts.contractDays()
                + "日内，按照招标文件和你方的投标文件与我方订立书面合同（《中华人民共和国招标投标法》第四十六条）。"
                + "合同的标的、价款、质量、履行期限等主要条款应当与招标文件和中标人的投标文件的内容一致"
                + "（《中华人民共和国招标投标法实施条例》第五十七条）。</p>"
                + "<p>特此通知。</p>"
                + "<div class=\"seal\"><p>招标人：" + text(facts.procuringEntity()) + "</p>"
                + "<p>招标代理机构：" + text(facts.agency()) + "</p>"
                + "<p>" + DAY.format(facts.issuedAt().atZone(DeadlineCalculator.ZONE)) + "</p>"
                + "<div class=\"stamp\">" + SealImage.svg(facts.procuringEntity(), "", SEAL_MILLIMETRES)
                + "</div>"
                + SealPlaces.xhtml() + "</div>"
                + "<p class=\"note\">本通知书由招标人以数字证书签名，签名载入本标段存证链条目 award/noticed 后生效；"
                + SealPlaces.NOTE + "</p>";
    }

    /** Figures and words of an amount that binds. */
    private static String price(Fen amount) {
        return String.format("¥%,.2f", amount.yuan()) + "（大写：人民币" + ChineseCapitals.of(amount) + "）";
    }

    private static String row(String name, String value) {
        return "<tr><th class=\"row\">" + name + "</th><td>" + text(value) + "</td></tr>";
    }

    private static String text(String value) {
        return OfficialSource.escape(value);
    }
}
