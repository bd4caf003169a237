package cn.qifeng.trading.award.document;

import cn.qifeng.kernel.Fen;
import cn.qifeng.kernel.Uscc;
import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.kit.document.OfficialPdf;
import cn.qifeng.trading.OfficialPaper;
import cn.qifeng.trading.award.domain.BidRef;
import cn.qifeng.trading.award.domain.Finalist;
import cn.qifeng.trading.award.domain.NoticeDocument;
import cn.qifeng.trading.keys.SandboxSeal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Award notice 中标通知书")
class AwardNoticePdfTest {

    private static final Instant ISSUED = Instant.parse("2026-12-29T01:30:00Z");
    private static final String LONG = "云浦市栖霞区雁回路至望澜街市政道路雨污分流与综合管廊改造提升联合建设工程";

    @TempDir
    Path keys;

    @Test
    void isASealedOfficialPaperWithTheTermsOfTheAward() throws IOException {
        var clock = new FixedClock();
        var writer = new AwardNoticePdf(new OfficialPdf(), SandboxSeal.in(keys, clock));
        var facts = new NoticeDocument.Facts(
                "ZB-1",
                "E3307030001000001001001",
                LONG + "施工一标段",
                LONG,
                "云浦市栖霞区城市建设发展集团有限公司",
                "云浦正衡工程咨询有限公司",
                ISSUED,
                30,
                true);
        var winner = new Finalist(
                new BidRef("00".repeat(16)),
                "东屿筑成建筑工程集团（云浦）有限责任公司",
                new Uscc("91330703XX0000131L"),
                new Fen(33_285_644_271L),
                342,
                "合格",
                "陶然亭",
                "91.20");

        var bytes = writer.write(facts, winner);

        Files.write(Path.of("target", "award-notice.pdf"), bytes);
        OfficialPaper.of(bytes)
                .hasPages(1)
                .says("中标通知书", winner.name(), facts.procuringEntity(), facts.agency(), "2026年12月29日")
                .says("¥332,856,442.71", "人民币叁亿叁仟贰佰捌拾伍万陆仟肆佰肆拾贰元柒角壹分", "342日历天", "合格", "陶然亭")
                .says("招标投标法》第四十六条", "实施条例》第五十七条", "沙箱")
                .isSealed();
    }

    /** A clock that stands. */
    private static final class FixedClock implements LegalClock {

        @Override
        public Instant now() {
            return ISSUED;
        }

        @Override
        public boolean sandbox() {
            return true;
        }
    }
}
