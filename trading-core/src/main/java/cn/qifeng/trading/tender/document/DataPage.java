package cn.qifeng.trading.tender.document;

import cn.qifeng.kernel.ChineseCapitals;
import cn.qifeng.kernel.DeadlineCalculator;
import cn.qifeng.kernel.Fen;
import cn.qifeng.trading.tender.application.AwardWords;
import cn.qifeng.trading.tender.application.MethodWords;
import cn.qifeng.trading.tender.application.ReviewWords;
import cn.qifeng.trading.tender.domain.PanelSetting;
import cn.qifeng.trading.tender.domain.Tender;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** The data of the publication as a table (发布数据页), as the platform works with them. */
record DataPage(List<Line> lines) {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm:ss").withZone(DeadlineCalculator.ZONE);

    /** One line: what, and its value. */
    record Line(String name, String value) {}

    static DataPage of(Tender tender) {
        var lines = new ArrayList<Line>();
        var draft = tender.draft();
        var ceiling = new Fen(draft.ceilingFen());
        lines.add(new Line("项目编号", tender.project().code().value()));
        lines.add(new Line("标段编号", tender.lotCode().value()));
        lines.add(new Line("统一交易标识码", tender.dealCode().value()));
        lines.add(new Line("招标项目估算价", money(draft.estimateFen())));
        lines.add(new Line("最高投标限价", money(draft.ceilingFen()) + "（大写：人民币" + ChineseCapitals.of(ceiling) + "）"));
        lines.add(new Line("招标文件开始发出", moment(draft.schedule().issuedAt())));
        lines.add(new Line("澄清、修改截止", moment(draft.schedule().clarificationDeadline())));
        lines.add(new Line("对招标文件异议截止", moment(draft.schedule().objectionDeadline())));
        lines.add(new Line("投标截止、开标", moment(draft.schedule().bidDeadline())));
        lines.add(new Line("开标环节时限", "每一环节等候保管人、见证人不超过" + draft.openingStepMinutes() + "分钟；逾时中止开标，由行政监督部门决定继续或者终止"));
        lines.add(new Line("投标有效期", draft.bidValidityDays() + "日历天"));
        lines.add(new Line("投标保证金", money(draft.security().amountFen())));
        lines.add(new Line(
                "评标委员会", draft.panel().size() + "人，其中招标人代表" + draft.panel().tendererSeats() + "人"));
        lines.add(new Line("评标时间", draft.panel().evaluationTime() + "；超过三分之一的成员认为不够的，延长"));
        lines.add(new Line("评标专家来源", source(draft.panel())));
        var method = draft.method();
        lines.add(new Line("评标办法", MethodWords.summary(method)));
        lines.add(new Line("初步评审", ReviewWords.summary(draft)));
        lines.add(new Line("算术修正", MethodWords.correction(method)));
        lines.add(new Line("技术暗标", MethodWords.blind(method)));
        lines.add(new Line("定标方式", AwardWords.summary(draft.award())));
        return new DataPage(List.copyOf(lines));
    }

    private static String source(PanelSetting panel) {
        if (!panel.provincial()) {
            return "本平台评标专家库，随机抽取";
        }
        return panel.library().name() + "（统一社会信用代码" + panel.library().uscc() + "），在其名单中随机抽取";
    }

    private static String money(long fen) {
        return "¥" + String.format("%,.2f", new Fen(fen).yuan());
    }

    private static String moment(Instant instant) {
        return MOMENT.format(instant);
    }
}
