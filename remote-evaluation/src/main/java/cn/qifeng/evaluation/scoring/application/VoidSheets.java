package cn.qifeng.evaluation.scoring.application;

import cn.qifeng.evaluation.panel.application.MemberLeft;
import cn.qifeng.evaluation.scoring.domain.Sheets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Voids what a member concluded who left the panel (原评审结论无效, 实施条例 §48). */
@ApplicationScoped
class VoidSheets {

    private final Sheets sheets;

    VoidSheets(Sheets sheets) {
        this.sheets = sheets;
    }

    void on(@Observes MemberLeft left) {
        sheets.voidAll(left.session().toString(), left.member());
    }
}
