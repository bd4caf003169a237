package cn.qifeng.trading.opening.document;

import static cn.qifeng.kit.document.OfficialSource.escape;

import cn.qifeng.kernel.Fen;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.kit.document.DocumentRefusal;
import cn.qifeng.kit.document.OfficialPdf;
import cn.qifeng.kit.document.OfficialSource;
import cn.qifeng.kit.document.SealImage;
import cn.qifeng.kit.document.SealPlaces;
import cn.qifeng.trading.keys.DocumentSeal;
import cn.qifeng.trading.opening.domain.BidOpening.Opened;
import cn.qifeng.trading.opening.domain.Objection;
import cn.qifeng.trading.opening.domain.OpenedBid;
import cn.qifeng.trading.opening.domain.RecordContent;
import cn.qifeng.trading.opening.domain.RecordWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** The opening record (开标记录) as an official PDF: what was read out, K, objections, and the hashes that prove it. */
@ApplicationScoped
class OfficialOpeningRecord implements RecordWriter {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS").withZone(ZoneId.of("Asia/Shanghai"));
    private static final String LANDSCAPE = "@page { size: A4 landscape; margin: 20mm 16mm 18mm 16mm; }"
            + " .bids { font-size: 8.5pt; table-layout: fixed; } .bids td, .bids th { padding: 1mm 1mm; word-wrap: break-word; }";
    /** Widths for long names and amounts of hundreds of millions; they add up to the width of the page. */
    private static final String COLUMNS = columns(4, 16, 14, 11, 15, 6, 6, 6, 9, 8, 5);

    private static final int SEAL_MM = 40;

    private final OfficialPdf pdf;
    private final DocumentSeal seal;
    private final LegalClock clock;

    OfficialOpeningRecord(OfficialPdf pdf, DocumentSeal seal, LegalClock clock) {
        this.pdf = pdf;
        this.seal = seal;
        this.clock = clock;
    }

    @Override
    public byte[] write(Opened opened, RecordContent content) {
        var body = new StringBuilder("<h1>开标记录</h1>");
        if (clock.sandbox()) {
            body.append("<p class=\"sandbox\">沙箱环境生成，法定时钟可以前移，不具有法律效力</p>");
        }
        addFacts(body, opened, content);
        addBids(body, opened, content);
        addObjections(body, opened);
        addHashes(body, opened, content);
        addSignatures(body, opened, content);
        var subject = content.project() + "　" + content.lotName() + "　开标记录";
        return seal.seal(render(subject, body.toString()));
    }

    /** A character that no font has is written by its number: what a bidder wrote must not stop the record. */
    private byte[] render(String subject, String body) {
        try {
            return pdf.render(new OfficialSource("开标记录", subject, subject, LANDSCAPE, body));
        } catch (Refused refused) {
            if (refused.code() != DocumentRefusal.GLYPH_MISSING) {
                throw refused;
            }
            var character = String.valueOf(refused.facts().get("character"));
            var number = "〔" + refused.facts().get("codePoint") + "〕";
            return render(subject.replace(character, number), body.replace(character, number));
        }
    }

    private static void addFacts(StringBuilder body, Opened opened, RecordContent content) {
        var unsealing = opened.unsealing();
        body.append("<table><tbody>");
        pair(body, "项目名称", content.project(), "标段名称", content.lotName());
        pair(body, "标段编号", content.lotCode(), "统一交易标识码", content.dealCode());
        pair(body, "招标人", content.procuringEntity(), "招标代理机构（主持人）", content.agency());
        pair(body, "投标截止及开标时间", TIME.format(unsealing.checkpoint().list().deadline()), "开标地点", "不见面开标大厅（网上）");
        pair(body, "启封时间", TIME.format(opened.openedAt()), "最高投标限价", yuan(content.ceilingFen()));
        pair(body, "抽取" + content.drawn(), content.value() + "（公开抽取，过程见存证链）", "抽取时间", TIME.format(unsealing.drawnAt()));
        pair(
                body,
                "启封保管人",
                String.join("、", content.trustees()),
                "有效投标数",
                unsealing.checkpoint().live().size() + " 家");
        body.append("</tbody></table>");
    }

    private static void addBids(StringBuilder body, Opened opened, RecordContent content) {
        body.append(
                "<h2>开标一览表</h2><table class=\"bids\">" + COLUMNS + "<thead><tr><th>序号</th><th>投标人</th><th>统一社会信用代码</th>"
                        + "<th>投标报价（元）</th><th>大写</th><th>工期<br/>（日历天）</th><th>质量</th><th>项目负责人</th><th>投标保证金</th>"
                        + "<th>递交时间</th><th>启封结果</th></tr></thead><tbody>");
        int number = 1;
        for (var result : opened.results()) {
            var name = opened.unsealing().names().stream()
                    .filter(one -> one.bidId().equals(result.bidId()))
                    .findFirst()
                    .orElseThrow();
            body.append("<tr><td class=\"mid\">").append(number++).append("</td>");
            cell(body, name.name());
            cell(body, name.uscc());
            addOffer(body, result);
            cell(body, submitted(content, result.bidId()));
            cell(body, outcome(result));
            body.append("</tr>");
        }
        body.append("</tbody></table>");
    }

    private static String outcome(OpenedBid result) {
        return switch (result.status()) {
            case OPENED -> "已启封";
            case INVALID -> "无效（" + result.finding() + "）";
            case REVOKED -> "未解密，视为撤销（" + result.finding() + "）";
            case DEEMED_WITHDRAWN -> "未解密，视为撤回（" + result.finding() + "）";
        };
    }

    private static void addOffer(StringBuilder body, OpenedBid result) {
        if (result.bid() == null) {
            body.append("<td class=\"mid\" colspan=\"6\">—</td>");
            return;
        }
        var bid = result.bid();
        body.append("<td class=\"num\">")
                .append(yuan(bid.get("priceFen").longValue()))
                .append("</td>");
        cell(body, words(bid.get("priceWords").textValue()));
        cell(body, bid.get("durationDays").asText());
        cell(body, bid.get("quality").textValue());
        cell(body, bid.get("projectLeader").textValue());
        cell(body, security((ObjectNode) bid.get("security")));
    }

    private static String security(ObjectNode security) {
        var form = "BOND".equals(security.get("form").textValue()) ? "保函" : "转账";
        return form + " " + yuan(security.get("amountFen").longValue()) + " 元";
    }

    private static void addObjections(StringBuilder body, Opened opened) {
        body.append("<h2>开标异议与答复</h2>");
        if (opened.objections().isEmpty()) {
            body.append("<p>开标现场无异议。</p>");
        }
        for (Objection objection : opened.objections()) {
            body.append("<p>")
                    .append(escape(objection.bidder() + "（" + TIME.format(objection.at()) + "）提出："
                            + text(objection.statement())))
                    .append("</p><p>")
                    .append(escape("招标代理机构答复：" + text(objection.answer())))
                    .append("</p>");
        }
    }

    private static void addHashes(StringBuilder body, Opened opened, RecordContent content) {
        body.append("<h2>存证</h2><p class=\"plain\">投标清单存证条目：<span class=\"hash\">")
                .append(opened.unsealing().checkpoint().hash())
                .append(
                        "</span></p><table class=\"bids\"><thead><tr><th>封套编号</th><th>投标回执 SM3</th></tr></thead><tbody>");
        for (var submission : content.submissions()) {
            body.append("<tr><td class=\"hash\">")
                    .append(submission.bidId())
                    .append("</td><td class=\"hash\">")
                    .append(submission.receiptHash())
                    .append("</td></tr>");
        }
        body.append("</tbody></table>");
    }

    private static void addSignatures(StringBuilder body, Opened opened, RecordContent content) {
        body.append("<div class=\"seal\"><p>招标代理机构（电子签名存证）：")
                .append(escape(content.agency()))
                .append("</p><p>行政监督人员（电子签名存证）</p><p>")
                .append(TIME.format(opened.openedAt()))
                .append("</p><div class=\"stamp\">")
                .append(SealImage.svg(content.agency(), "开标专用章", SEAL_MM))
                .append("</div>")
                .append(SealPlaces.xhtml())
                .append("</div><p class=\"note\">本记录自招标代理机构和行政监督人员以数字证书签名、载入本标段存证链条目"
                        + " lot/opening-record 时生效，投标人可以签名确认；依法向社会公众公布（《电子招标投标办法》第三十二条）。"
                        + SealPlaces.NOTE + "</p>");
    }

    private static String submitted(RecordContent content, String bidId) {
        return content.submissions().stream()
                .filter(one -> one.bidId().equals(bidId))
                .map(one -> millis(one.stamp()))
                .findFirst()
                .orElse("—");
    }

    private static String millis(Instant moment) {
        return MILLIS.format(moment);
    }

    /** What the bidder wrote, with the currency before it. */
    private static String words(String priceWords) {
        return priceWords.startsWith("人民币") ? priceWords : "人民币" + priceWords;
    }

    private static String text(ObjectNode statement) {
        return statement.path("doc").path("text").asText();
    }

    private static String yuan(long fen) {
        return String.format("%,.2f", new Fen(fen).yuan());
    }

    private static String columns(int... percent) {
        var columns = new StringBuilder("<colgroup>");
        for (int width : percent) {
            columns.append("<col style=\"width: ").append(width).append("%\"/>");
        }
        return columns.append("</colgroup>").toString();
    }

    private static void pair(StringBuilder body, String name, String value, String other, String otherValue) {
        body.append("<tr><th>").append(name).append("</th>");
        cell(body, value);
        body.append("<th>").append(other).append("</th>");
        cell(body, otherValue);
        body.append("</tr>");
    }

    private static void cell(StringBuilder body, String text) {
        body.append("<td>").append(escape(text)).append("</td>");
    }
}
